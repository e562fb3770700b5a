"""The three streams of duties, and the events that tests give them."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from events.vocabulary import deviation
from events.vocabulary import duty as shape
from events.vocabulary.values import DeadlineFact, Source
from tests.kit.given import ID, STAMP, Told, told
from workflow.assignment.assignment import Assignment
from workflow.duty.aggregate import Duty
from workflow.duty.state import DutyFacts
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.report.report import Report

STREAMS: tuple[type[Duty], ...] = (Assignment, Report, GovernanceMeeting)
LETTER = Source(reference="26/118-1")
MAIL = Source(reference="26/118-7")
DEVIATION = UUID("3f0e9a44-7d1b-5c55-9d5b-5d1c0c2e6a01")
FACTS = DutyFacts(reference="2026-02", kind="assignment", title="Kartlegge behovet", source=LETTER)


def on(day: str, **more: Any) -> DeadlineFact:
    """Give a deadline on «2026-06-01»."""
    stated = dt.date.fromisoformat(day)
    facts = {"text": f"{stated:%d.%m.%Y}", "form": "date", "day": stated, "working_date": stated}
    return DeadlineFact.model_validate(facts | more)


def undated(words: str = "etter avtale") -> DeadlineFact:
    """Give an open deadline."""
    return DeadlineFact(text=words, form="open", pattern="agreed")


def window(first: str, last: str) -> DeadlineFact:
    """Give a window, both days included."""
    return DeadlineFact.model_validate({"text": "vindu", "form": "window", "earliest": first, "latest": last})


class Past:
    """The events of one stream, in the words that all duties share."""

    def __init__(self, stream: type[Duty]) -> None:
        """Speak for this kind of duty."""
        self.names = stream.STREAM

    @property
    def given(self) -> Told:
        """The duty exists."""
        return told(
            self.names[shape.DutyGiven], **{name: getattr(FACTS, name) for name in DutyFacts.__slots__}
        )

    def due(self, deadline: DeadlineFact, part: str = "", source: Source = LETTER) -> Told:
        """A part got a deadline."""
        return told(self.names[shape.DeadlineSet], part=part, deadline=deadline, source=source)

    def moved(self, deadline: DeadlineFact, part: str = "", reason: str = "Avtalt i møte") -> Told:
        """A part's deadline was moved."""
        return told(
            self.names[shape.DeadlinePostponed],
            part=part,
            deadline=deadline,
            reason=reason,
            source=MAIL,
            agreed_on=None,
        )

    def dropped(self, part: str = "") -> Told:
        """A part's deadline no longer stands."""
        return told(self.names[shape.DeadlineDropped], part=part, reason="Bortfalt", source=MAIL)

    @property
    def started(self) -> Told:
        """Work has begun."""
        return told(self.names[shape.DutyStarted], started_on=dt.date(2026, 2, 1))

    def delivered(self, part: str = "") -> Told:
        """A part was handed over."""
        return told(
            self.names[shape.DutyDelivered], part=part, delivered_on=dt.date(2026, 3, 1), reference="26/118-9"
        )

    def returned(self, part: str = "") -> Told:
        """The ministry sent it back."""
        day = dt.date(2026, 3, 2)
        return told(
            self.names[shape.DutyReturned], part=part, returned_on=day, reason="Mangler tall", reference=""
        )

    @property
    def accepted(self) -> Told:
        """The ministry accepted it."""
        return told(self.names[shape.DutyAccepted], accepted_on=dt.date(2026, 3, 2), reference="")

    @property
    def withdrawn(self) -> Told:
        """The ministry approved that it lapses."""
        day = dt.date(2026, 3, 2)
        return told(
            self.names[shape.DutyWithdrawn], reason="Bortfalt", reference="26/118-8", withdrawn_on=day
        )

    @property
    def carried_over(self) -> Told:
        """It lives on under the next letter."""
        day = dt.date(2026, 3, 2)
        return told(
            self.names[shape.DutyCarriedOver],
            carried_on=day,
            reason="Videreføres",
            reference="27/12-1",
            to=None,
        )

    def reported(self, part: str = "", *, material: bool = False) -> Told:
        """A person reported a deviation."""
        return told(
            self.names[deviation.DeviationReported],
            deviation=DEVIATION,
            part=part,
            discovered_on=dt.date(2026, 3, 1),
            cause="Sykefravær",
            consequence="En måned forsinket",
            material=material,
            measures=(),
        )

    def measure(self, number: int = 1, due: str = "2026-04-01") -> Told:
        """A measure of that deviation was proposed."""
        day = dt.date.fromisoformat(due)
        measure = deviation.Measure(
            number=number, what="Leie inn hjelp", who="p-1", due=day, working_date=day
        )
        return told(self.names[deviation.MeasureProposed], deviation=DEVIATION, measure=measure)

    def closed(self, of: UUID = DEVIATION) -> Told:
        """A deviation was closed."""
        day = dt.date(2026, 3, 2)
        return told(self.names[deviation.DeviationClosed], deviation=of, closed_on=day, result="Tatt igjen")


def new_duty(stream: type[Duty]) -> Duty:
    """Give a duty by the decision that begins it."""
    return stream.give(ID, FACTS, STAMP)

"""What happened: small builders of recorded events, for tests of everything that follows them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from events.store.application import EventStore
from events.vocabulary import assignment, governance_meeting, letter, report, report_series
from events.vocabulary.base import Event
from events.vocabulary.values import DeadlineFact, Mention, Source

ROOT = UUID("6b7f6f0e-3f53-4b6c-9f4e-0d6c3f0b2a11")
START = dt.datetime(2026, 1, 5, 8, 0, tzinfo=dt.UTC)
LETTER = uuid5(ROOT, "letter")
SOURCE = Source(letter=LETTER, mentions=(Mention(line=207, quote="Frist 15.03.2026"),))
CONTROLLER = "p-controller"


def stream(name: str) -> UUID:
    """Give the id of the stream that a test calls `name`."""
    return uuid5(ROOT, name)


def on(day: str, **more: Any) -> DeadlineFact:
    """Give a deadline on «2026-03-15»; the working date is the same day unless it is given."""
    stated = dt.date.fromisoformat(day)
    facts = {"text": f"{stated:%d.%m.%Y}", "form": "date", "day": stated, "working_date": stated}
    return DeadlineFact.model_validate(facts | more)


def between(first: str, last: str, **more: Any) -> DeadlineFact:
    """Give a window, both days included."""
    ends = dt.date.fromisoformat(last)
    facts = {"text": "i perioden", "form": "window", "earliest": first, "latest": ends, "working_date": ends}
    return DeadlineFact.model_validate(facts | more)


def undated(text: str = "avklares med departementet", **more: Any) -> DeadlineFact:
    """Give an open deadline."""
    return DeadlineFact.model_validate({"text": text, "form": "open"} | more)


@dataclass
class Past:
    """Events in the order they happened, each a minute after the one before."""

    events: list[Event] = field(default_factory=list)
    now: dt.datetime = START

    def happens(self, kind: type[Event], to: str, /, **facts: Any) -> Past:
        """Add an event to the stream called `name`."""
        stream_id = stream(to)
        version = 1 + sum(event.originator_id == stream_id for event in self.events)
        self.now += dt.timedelta(minutes=1)
        common = {"originator_id": stream_id, "originator_version": version, "timestamp": self.now}
        self.events.append(kind(**common, by=CONTROLLER, **facts))
        return self

    def letter(self, to: str = "letter", /, **facts: Any) -> Past:
        """A letter comes in."""
        known = {"originator_topic": "letter", "agency": "direktorat", "name": "brev.txt", "sha256": "a" * 64,
                 "year": 2026, "channel": "allocation_letter", "dated_on": dt.date(2025, 12, 18)}  # fmt: skip
        return self.happens(letter.LetterRegistered, to, **(known | facts))

    def assignment(self, name: str, **facts: Any) -> Past:
        """The ministry gives an assignment."""
        known = {"originator_topic": "assignment", "reference": name, "kind": "assignment",
                 "title": f"Oppdrag {name}", "source": SOURCE, "goal": 1}  # fmt: skip
        return self.happens(assignment.AssignmentGiven, name, **(known | facts))

    def report(self, name: str, **facts: Any) -> Past:
        """A report is owed."""
        known = {"originator_topic": "report", "reference": name, "kind": "report",
                 "title": f"Rapport {name}", "source": SOURCE}  # fmt: skip
        return self.happens(report.ReportOpened, name, **(known | facts))

    def meeting(self, name: str, **facts: Any) -> Past:
        """A governance meeting is planned."""
        known = {"originator_topic": "governance-meeting", "reference": name, "kind": "meeting",
                 "title": "Etatsstyringsmøte", "source": SOURCE}  # fmt: skip
        return self.happens(governance_meeting.MeetingPlanned, name, **(known | facts))

    def series(self, name: str, deadline: DeadlineFact, **facts: Any) -> Past:
        """A recurring report is owed."""
        known = {"originator_topic": "report-series", "reference": name, "kind": "report",
                 "title": f"Serie {name}", "source": SOURCE, "deadline": deadline}  # fmt: skip
        return self.happens(report_series.SeriesGiven, name, **(known | facts))

    def due(self, name: str, deadline: DeadlineFact | str, part: str = "") -> Past:
        """A part of an assignment gets a deadline."""
        fact = on(deadline) if isinstance(deadline, str) else deadline
        return self.happens(assignment.AssignmentDeadlineSet, name, part=part, deadline=fact, source=SOURCE)

    def postponed(self, name: str, deadline: DeadlineFact | str, part: str = "") -> Past:
        """A part of an assignment is moved."""
        fact = on(deadline) if isinstance(deadline, str) else deadline
        return self.happens(
            assignment.AssignmentDeadlinePostponed,
            name, part=part, deadline=fact, reason="Etter avtale", source=Source(reference="26/12-4"),
        )  # fmt: skip

    def held_on(self, name: str, deadline: DeadlineFact) -> Past:
        """A meeting gets its date, or a window until the day is known."""
        return self.happens(
            governance_meeting.MeetingDateSet, name, part="", deadline=deadline, source=SOURCE
        )

    def owned(self, name: str, owner: str = "", unit: str = "") -> Past:
        """Someone answers for an assignment."""
        return self.happens(assignment.AssignmentOwnerAssigned, name, owner=owner, unit=unit)

    def delivered(self, name: str, part: str = "", day: str = "2026-03-01") -> Past:
        """A part of an assignment is handed over."""
        return self.happens(
            assignment.AssignmentDelivered, name, part=part, delivered_on=dt.date.fromisoformat(day)
        )

    def withdrawn(self, name: str, day: str = "2026-02-01") -> Past:
        """The ministry approves that an assignment lapses."""
        return self.happens(
            assignment.AssignmentWithdrawn,
            name, reason="Bortfalt", reference="26/12-9", withdrawn_on=dt.date.fromisoformat(day),
        )  # fmt: skip

    def shielded(self, name: str) -> Past:
        """The title of an assignment is shielded."""
        return self.happens(assignment.AssignmentAccessRestricted, name, reason="offl. § 15")


def record(store: EventStore, past: Past, after: int = 0) -> None:
    """Record the events of `past` from number `after`, in their order."""
    store.events.put(past.events[after:])

"""A specimen of every kind of notice, about made-up duties, to see how mails look and whether they arrive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID, uuid5

from calendars.days import ONE_DAY
from calendars.zone import OSLO
from events.vocabulary.values import DeadlineFact, Mention, Source
from projections.engine.duty.state import Attendee, Deviation, Duty, Measure, Meeting, Part, Version
from workflow.directory.people import Person
from workflow.duty.deadlines import read_words
from workflow.language import N_
from workflow.notices.draft import Draft
from workflow.notices.messages.speech import Speech
from workflow.notices.model import Kind, Notice
from workflow.notices.working_days import working_days

OTHER = "specimen-other"
"""Stands for another person."""


def specimens(recipient: Person, run: UUID, now: dt.datetime) -> Iterator[Draft]:
    """Give a draft of every kind, and a merged one last. Every run has mails of its own."""
    samples = _Samples(recipient, run, now)
    for kind in Kind:
        for step in _STEPS.get(kind, ("",)):
            yield samples.draft(kind, step)
    yield samples.merged()


_STEPS: Mapping[Kind, tuple[str, ...]] = {
    Kind.DEADLINE: ("-10", "+3"),
    Kind.MEASURE: ("-5",),
    Kind.MINUTES: ("+5",),
    Kind.INVITATION: ("request", "cancel"),
}
_ROLES: Mapping[Kind, str] = {
    Kind.MISSED: "manager",
    Kind.DEVIATION: "controller",
    Kind.STRAKS: "director",
    Kind.MEASURE: "measure",
    Kind.ORAL: "controller",
    Kind.DIGEST: "reader",
    Kind.INVITATION: "attendee",
}


class _Samples:
    """Made-up duties round a day, in the reader's language."""

    def __init__(self, recipient: Person, run: UUID, now: dt.datetime) -> None:
        self.recipient = recipient
        self.run = run
        self.now = now
        self.given = now - dt.timedelta(weeks=2)
        self.today = now.astimezone(OSLO).date()
        self.say = Speech(recipient.language)
        self.names = {recipient.id: recipient.name, OTHER: self.say(N_("Another person"))}

    def draft(self, kind: Kind, step: str) -> Draft:
        """Give a mail with one notice."""
        duty = self._duty(kind, step)
        notice = self._notice(kind, step, duty)
        week = tuple(self._duty(each, "-10") for each in (Kind.DEADLINE, Kind.STRAKS, Kind.CHASE))
        draft = self._draft(f"{kind}{step}", (notice,), {duty.id: duty})
        return replace(draft, week=week) if kind is Kind.DIGEST else draft

    def merged(self) -> Draft:
        """Give a mail with several notices."""
        told = [(Kind.DEADLINE, "-10"), (Kind.MISSED, ""), (Kind.ORAL, ""), (Kind.CHASE, "")]
        duties = [self._duty(kind, step) for kind, step in told]
        notices = tuple(
            self._notice(kind, step, duty) for (kind, step), duty in zip(told, duties, strict=True)
        )
        return self._draft("merged", notices, {duty.id: duty for duty in duties})

    def _draft(self, name: str, notices: tuple[Notice, ...], duties: Mapping[UUID, Duty]) -> Draft:
        return Draft(
            id=uuid5(self.run, name),
            recipient=self.recipient,
            notices=notices,
            duties=duties,
            names=self.names,
            written_at=self.now,
            people={self.recipient.id: self.recipient},
        )

    def _notice(self, kind: Kind, step: str, duty: Duty) -> Notice:
        deviation = next(iter(duty.deviations), None)
        subjects = {
            Kind.DEVIATION: str(deviation),
            Kind.STRAKS: str(deviation),
            Kind.MEASURE: f"{deviation}/1",
        }
        return Notice(
            kind=kind,
            duty=None if kind is Kind.DIGEST else duty.id,
            subject=subjects.get(kind, ""),
            version="1",
            step=step,
            role=_ROLES.get(kind, "owner"),
            recipient=self.recipient.id,
            due_on=self.today,
        )

    def _duty(self, kind: Kind, step: str) -> Duty:
        is_meeting = kind in (Kind.AGENDA, Kind.MINUTES, Kind.INVITATION)
        shape = "meeting" if is_meeting else "report"
        title = N_("Example: governance meeting") if is_meeting else N_("Example: annual report")
        duty = Duty(
            id=uuid5(self.run, f"{kind}{step}"),
            version=1,
            stream=shape,
            reference="0000-00",
            kind=shape,
            title=self.say(title),
            raw_title="",
            goal=None,
            owed_to="",
            led_by="",
            parent=None,
            given_on=self.given.date(),
            sources=[self._source()],
            created_at=self.given,
            changed_at=self.now,
            owner=OTHER if kind in _ROLES else self.recipient.id,
            orally=kind is Kind.ORAL,
        )
        duty.parts[""] = Part("", [Version(self._deadline(kind, step), self.given, self._source())])
        if kind in (Kind.MISSED, Kind.DEVIATION, Kind.STRAKS, Kind.MEASURE):
            self._deviate(duty, missed=kind is Kind.MISSED)
        if is_meeting:
            attendees = {self.recipient.id: Attendee(self.recipient.id)}
            place, agenda = self.say(N_("Meeting room 1")), self.say(N_("1. Status\n2. Any other business"))
            duty.meeting = Meeting(place, dt.time(10), dt.time(11), agenda, sequence=1, attendees=attendees)
        return duty

    def _deadline(self, kind: Kind, step: str) -> DeadlineFact:
        """Give a deadline as far ahead, or behind, as the step says."""
        if kind is Kind.CHASE:
            return DeadlineFact(text=self.say(N_("to be agreed")), form="open")
        calendar = working_days()
        is_past = step.startswith("+") or kind is Kind.MISSED
        last = calendar.on_or_before(self.today)
        day = calendar.before(last, 3) if is_past else calendar.after(self.today, 10)
        return read_words(f"{day:%d.%m.%Y}", day.year)

    def _deviate(self, duty: Duty, *, missed: bool) -> None:
        told = Deviation(
            id=uuid5(duty.id, "deviation"),
            part="",
            discovered_on=self.today - ONE_DAY,
            reported_at=self.now,
            reported_by="" if missed else OTHER,
            missed=1 if missed else None,
            cause="" if missed else self.say(N_("The data arrived late.")),
            consequence="" if missed else self.say(N_("The report will be two weeks late.")),
            material=not missed,
        )
        due = working_days().after(self.today, 5)
        what = self.say(N_("Get the data from the supplier"))
        told.measures[1] = Measure(1, what, self.recipient.id, due, due, self.now)
        duty.deviations[told.id] = told

    def _source(self) -> Source:
        quote = self.say(N_("The report is to be sent to the ministry."))
        return Source(reference="00/0000-1", mentions=(Mention(line=1, page=1, quote=quote),))

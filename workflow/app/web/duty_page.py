"""What stands on the page of a duty, in the reader's words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from projections.engine.duty.state import Meeting
from projections.register.entry import RegisteredDuty
from workflow.app.web.duty_deadlines import Leads, PartShown, Said, part_shown, places
from workflow.app.web.duty_deviations import DeviationShown, deviation_shown
from workflow.app.web.duty_reader import DutyReader
from workflow.app.web.duty_steps import Step, steps
from workflow.called import KINDS, STATES
from workflow.language import N_
from workflow.notices.messages.reader import SHIELDED


class DutyPage:
    """One duty before one reader; the template asks, and everything is in the reader's language."""

    def __init__(self, reader: DutyReader, registered: RegisteredDuty, leads: Leads) -> None:
        """Show what is registered, and how it stands."""
        self._reader = reader
        self._duty = reader.duty
        self._registered = registered
        self._leads = leads
        self._say = reader.speech

    @property
    def language(self) -> str:
        """The language of the page."""
        return self._say.language

    @property
    def reference(self) -> str:
        """What the duty is called in lists and commands."""
        return self._duty.reference or str(self._duty.id)

    @property
    def title(self) -> str:
        """The title, or what kind of shielded matter it is."""
        shielded = SHIELDED.get(self._duty.kind, SHIELDED["standing_rule"])
        return self._reader.words(self._duty.title) or self._say(shielded)

    @property
    def is_hidden(self) -> bool:
        """Whether the words are not for this reader."""
        return not self._reader.may_read

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """What is so of it, as (label, value)."""
        duty, say, reader = self._duty, self._say, self._reader
        ended = reader.words(duty.withdrawal or duty.carried)
        pairs = (
            (N_("State"), " – ".join(filter(None, (say(STATES[duty.state]), ended)))),
            (N_("Responsible"), reader.who(duty.owner)),
            (N_("Deputy"), reader.who(duty.deputy)),
            (N_("Unit"), reader.who(duty.unit)),
            (N_("Kind"), say(KINDS.get(duty.kind, ""))),
            (N_("Goal"), str(duty.goal or "")),
            (N_("Given"), self._given()),
            (N_("Delivered"), self._day(duty.delivered_on)),
            (N_("Accepted"), self._day(duty.accepted_on)),
            (N_("Access"), say(N_("shielded")) if duty.shielded else ""),
            (N_("Words of the letter"), reader.words(duty.raw_title if duty.raw_title != duty.title else "")),
        )
        return [(say(label), value) for label, value in pairs if value]

    @cached_property
    def parts(self) -> list[PartShown]:
        """Every part with its deadlines."""
        return [part_shown(each, self._reader, self._leads) for each in self._registered.parts]

    @cached_property
    def deviations(self) -> list[DeviationShown]:
        """Every deviation, open ones first."""
        found = sorted(self._duty.deviations.values(), key=lambda one: one.closed_on is not None)
        return [deviation_shown(each, self._reader) for each in found]

    @property
    def is_meeting(self) -> bool:
        """Whether it is held rather than delivered."""
        return self._duty.is_meeting

    @cached_property
    def meeting(self) -> list[tuple[str, str]]:
        """What only a meeting has, as (label, value)."""
        meeting = self._duty.meeting
        held = self._held(meeting) if meeting is not None else ()
        return [(self._say(label), value) for label, value in held if value]

    @property
    def decisions(self) -> list[str]:
        """What the meeting decided."""
        found = self._duty.meeting.decisions.values() if self._duty.meeting else ()
        return [each.text for each in found if self._reader.may_read]

    @property
    def comments(self) -> list[tuple[str, str, str]]:
        """What people wrote down, as (who, when, text)."""
        written = self._duty.comments if self._reader.may_read else ()
        return [(self._reader.who(each.by), self._reader.moment(each.at), each.text) for each in written]

    @cached_property
    def sources(self) -> list[Said]:
        """Where it is said."""
        return [said for source in self._registered.sources for said in places(source, self._reader)]

    @property
    def steps(self) -> list[Step]:
        """What the reader can do next."""
        return list(steps(self._reader, self.reference))

    @property
    def ask(self) -> str:
        """Whom to turn to, by name: the controllers."""
        return ", ".join(filter(None, map(self._reader.who, self._reader.line.controllers())))

    def _given(self) -> str:
        given = self._day(self._duty.given_on)
        if self._duty.orally and self._duty.confirmed_on is None:
            return " – ".join(filter(None, (given, self._say(N_("orally, not yet in writing")))))
        return given

    def _day(self, day: dt.date | None) -> str:
        return self._say.day(day) if day else ""

    def _held(self, meeting: Meeting) -> Iterator[tuple[str, str]]:
        reader = self._reader
        yield N_("Time"), self._say.hours(meeting.starts_at, meeting.ends_at)
        yield N_("Place"), reader.words(meeting.place)
        yield N_("Agenda"), reader.words(meeting.agenda)
        yield N_("Agenda settled"), self._day(meeting.agenda_settled_on)
        yield N_("Minutes drafted"), self._day(meeting.minutes_drafted_on)
        yield N_("Invited"), ", ".join(filter(None, map(reader.who, meeting.attendees)))

"""A governance meeting: planned, prepared, held, its minutes approved; the same life as any duty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from events.vocabulary import correction, duty
from events.vocabulary import governance_meeting as told
from events.vocabulary.base import Event
from workflow.duty.aggregate import Duty
from workflow.duty.evolving import EVOLVING
from workflow.duty.refusals import AlreadyAccepted, ReasonMissing, not_allowed
from workflow.duty.state import Stamp
from workflow.duty.stream import stream_of
from workflow.evolution import evolver
from workflow.governance_meeting import refusals
from workflow.governance_meeting.evolving import MEETING_ONLY
from workflow.governance_meeting.state import Answer, Arrangements, Told
from workflow.lifecycle import State, Step, allowed

_evolve = evolver({**EVOLVING, **MEETING_ONLY})
_CHANGES_WHAT_WAS_TOLD = (
    duty.DeadlineSet,
    duty.DeadlinePostponed,
    duty.DeadlineDropped,
    duty.DutyWithdrawn,
    duty.DutyCarriedOver,
    correction.DeadlineCorrected,
    told.MeetingArranged,
)


class GovernanceMeeting(Duty):
    """A governance meeting: planned, prepared, held, its minutes approved; the same life as any duty.

    Whoever is invited is told of every change of day, time and place, whatever made it.
    """

    TOPIC = "governance-meeting"
    STREAM = stream_of(told)

    def __init__(self) -> None:
        """Begin without arrangements."""
        super().__init__()
        self.arrangements = Arrangements()

    def evolve(self, event: Event) -> None:
        """Take an event into the state."""
        _evolve(self, event)

    def trigger_event(self, event_class: type[Any], **fields: Any) -> None:
        """Record an event, and what it means for those who are invited."""
        super().trigger_event(event_class, **fields)
        if issubclass(event_class, _CHANGES_WHAT_WAS_TOLD):
            reason = str(fields.get("reason", ""))
            self._keep_told(reason, Stamp(fields["timestamp"], fields["by"]))

    @property
    def day(self) -> dt.date | None:
        """The day it is held; None as long as there is only a window, or nothing."""
        days = (part.current.day for part in self.parts.values() if part.current is not None)
        return next((day for day in days if day is not None), None)

    def as_told(self) -> Told:
        """Give what an invitation of now says: times as arranged, else as the source has them."""
        kept = self.arrangements
        if kept.starts_at is not None:
            return Told(self.day, kept.starts_at, kept.ends_at, kept.place)
        stated = next((part.current for part in self.parts.values() if part.current is not None), None)
        starts, ends = (stated.starts_at, stated.ends_at) if stated else (None, None)
        return Told(self.day, starts, ends, kept.place)

    def arrange(self, place: str, starts_at: dt.time | None, ends_at: dt.time | None, stamp: Stamp) -> None:
        """Say where it is held, and between which times of its day."""
        kept = self.arrangements
        if (kept.place, kept.starts_at, kept.ends_at) == (place, starts_at, ends_at):
            return
        self._allow_preparing()
        if ends_at is not None and (starts_at is None or ends_at <= starts_at):
            starts = f"{starts_at:%H.%M}" if starts_at else "–"
            raise refusals.EndsBeforeStart(starts=starts, ends=f"{ends_at:%H.%M}")
        self.trigger_event(
            told.MeetingArranged, place=place, starts_at=starts_at, ends_at=ends_at, **stamp.fields
        )

    def settle_agenda(self, agenda: str, settled_on: dt.date, reference: str, stamp: Stamp) -> None:
        """Say what is on the agenda. Later than a week before is late, not forbidden."""
        kept = self.arrangements
        known = (kept.agenda, kept.agenda_settled_on, kept.agenda_reference)
        if known == (agenda, settled_on, reference):
            return
        self._allow_preparing()
        if not agenda.strip():
            raise refusals.NothingOnAgenda
        self.trigger_event(
            told.AgendaSettled, settled_on=settled_on, agenda=agenda, reference=reference, **stamp.fields
        )

    def draft_minutes(self, drafted_on: dt.date, reference: str, stamp: Stamp) -> None:
        """Say that the minutes were drafted and sent for approval."""
        kept = self.arrangements
        if (kept.minutes_drafted_on, kept.minutes_reference) == (drafted_on, reference):
            return
        if self.state is State.ACCEPTED:
            raise AlreadyAccepted(duty=self.reference)
        self._refuse_unless_held()
        self.trigger_event(told.MinutesDrafted, drafted_on=drafted_on, reference=reference, **stamp.fields)

    def decide(self, text: str, assignment: UUID | None, stamp: Stamp) -> None:
        """Record a decision, and the assignment that it became; the same words are the same decision."""
        decisions = self.arrangements.decisions
        known = next((number for number, one in decisions.items() if one.text == text), None)
        if known is not None and assignment in (None, decisions[known].duty):
            return
        self._refuse_unless_held()
        if not text.strip():
            raise refusals.NothingDecided
        number = known or len(decisions) + 1
        self.trigger_event(told.DecisionRecorded, number=number, text=text, duty=assignment, **stamp.fields)

    def invite(self, people: Sequence[str], stamp: Stamp) -> None:
        """Invite more people; everyone invited is told who comes."""
        missing = [one for one in dict.fromkeys(people) if one not in self.arrangements.attendees]
        if not people:
            raise refusals.NobodyInvited
        if not missing:
            return
        self._allow_preparing()
        if self.day is None:
            raise refusals.MeetingHasNoDay(meeting=self.reference)
        self._invite((*self.arrangements.attendees, *missing), stamp)

    def uninvite(self, people: Collection[str], reason: str, stamp: Stamp) -> None:
        """Take the invitation back from some; the others are told who comes."""
        removed = tuple(one for one in self.arrangements.attendees if one in people)
        if not removed:
            return
        self._allow_preparing()
        if not reason.strip():
            raise ReasonMissing
        self._cancel(removed, reason, stamp)
        if self.arrangements.attendees:
            self._invite(self.arrangements.attendees, stamp)

    def reply(self, person: str, answer: Answer, stamp: Stamp) -> None:
        """Take an answer in, unless that person gave a later one; also one to an earlier invitation."""
        if person not in self.arrangements.attendees:
            raise refusals.NotInvited(person=person, meeting=self.reference)
        answer = answer.as_of(self.arrangements.sequence, stamp.timestamp)
        known = self.arrangements.answers.get(person)
        if known is not None and not answer.is_news_after(known):
            return
        self.trigger_event(
            told.AttendeeReplied,
            attendee=person,
            reply=answer.reply,
            sequence=answer.sequence,
            replied_at=answer.replied_at,
            comment=answer.comment,
            **stamp.fields,
        )

    def answer_of(self, person: str) -> str:
        """Give what a person answered to what is told now; needs-action where that is nothing yet."""
        found = self.arrangements.answers.get(person)
        if found is None or found.sequence < self.arrangements.asked.get(person, 0):
            return "needs-action"
        return found.reply

    def _keep_told(self, reason: str, stamp: Stamp) -> None:
        """Tell those invited what is new: another day, time or place, or that it is off."""
        kept = self.arrangements
        if not kept.attendees or self._was_held:
            return
        if not allowed(self.state, Step.DELIVER) or self.day is None:
            self._cancel(kept.attendees, reason, stamp)
        elif self.as_told() != kept.told:
            self._invite(kept.attendees, stamp)

    def _invite(self, people: tuple[str, ...], stamp: Stamp) -> None:
        sequence = self.arrangements.sequence + 1
        self.trigger_event(told.AttendeesInvited, sequence=sequence, attendees=people, **stamp.fields)

    def _cancel(self, people: tuple[str, ...], reason: str, stamp: Stamp) -> None:
        sequence = self.arrangements.sequence + 1
        self.trigger_event(
            told.InvitationsCancelled, sequence=sequence, attendees=people, reason=reason, **stamp.fields
        )

    def _allow_preparing(self) -> None:
        """Refuse what comes too late: it was held, or is off."""
        if not allowed(self.state, Step.DELIVER):
            raise not_allowed(self.reference, self.state)

    @property
    def _was_held(self) -> bool:
        return self.state in (State.DELIVERED, State.ACCEPTED)

    def _refuse_unless_held(self) -> None:
        if not self._was_held:
            raise refusals.MeetingNotHeld(meeting=self.reference)

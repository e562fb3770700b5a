"""How a meeting goes on in the fold: arranged, agenda, minutes, decisions, the invited and their answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from events.vocabulary import governance_meeting as shapes
from events.vocabulary.base import Event
from projections.engine.duty.state import Attendee, Decision, Duty, Meeting


def _arranged(duty: Duty, event: shapes.MeetingArranged) -> None:
    meeting = _meeting(duty)
    meeting.place, meeting.starts_at, meeting.ends_at = event.place, event.starts_at, event.ends_at


def _agenda_settled(duty: Duty, event: shapes.AgendaSettled) -> None:
    meeting = _meeting(duty)
    meeting.agenda, meeting.agenda_settled_on = event.agenda, event.settled_on
    meeting.agenda_reference = event.reference


def _minutes_drafted(duty: Duty, event: shapes.MinutesDrafted) -> None:
    meeting = _meeting(duty)
    meeting.minutes_drafted_on, meeting.minutes_reference = event.drafted_on, event.reference


def _decided(duty: Duty, event: shapes.DecisionRecorded) -> None:
    _meeting(duty).decisions[event.number] = Decision(event.number, event.text, event.duty)


def _invited(duty: Duty, event: shapes.AttendeesInvited) -> None:
    """Keep the answers of those who stay invited; whoever came back is uninvited no longer."""
    meeting = _meeting(duty)
    meeting.sequence = event.sequence
    for person in meeting.attendees:
        if person not in event.attendees:
            meeting.uninvited[person] = event.sequence
    meeting.attendees = {
        person: meeting.attendees.get(person, Attendee(person)) for person in event.attendees
    }
    for person in event.attendees:
        meeting.uninvited.pop(person, None)


def _cancelled(duty: Duty, event: shapes.InvitationsCancelled) -> None:
    meeting = _meeting(duty)
    meeting.sequence = event.sequence
    for person in event.attendees:
        meeting.attendees.pop(person, None)
        meeting.uninvited[person] = event.sequence


def _replied(duty: Duty, event: shapes.AttendeeReplied) -> None:
    """Take an answer, unless a later one of the same person is known."""
    found = _meeting(duty).attendees.get(event.attendee)
    if found is None or (found.replied_at is not None and found.replied_at > event.replied_at):
        return
    found.reply, found.replied_at, found.comment = event.reply, event.replied_at, event.comment


def _meeting(duty: Duty) -> Meeting:
    """Give what only the meeting has; records from before that was kept have nothing of it."""
    duty.meeting = duty.meeting or Meeting()
    return duty.meeting


RULES: Mapping[type[Event], Callable[[Duty, Any], None]] = {
    shapes.MeetingArranged: _arranged,
    shapes.AgendaSettled: _agenda_settled,
    shapes.MinutesDrafted: _minutes_drafted,
    shapes.DecisionRecorded: _decided,
    shapes.AttendeesInvited: _invited,
    shapes.InvitationsCancelled: _cancelled,
    shapes.AttendeeReplied: _replied,
}

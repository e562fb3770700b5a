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
    """Keep the answers of those who stay invited, unless there is another day, time or place to answer to."""
    meeting, told = _meeting(duty), _told(duty)
    meeting.sequence, meeting.invited_at = event.sequence, event.timestamp
    for person in [one for one in meeting.attendees if one not in event.attendees]:
        _uninvite(meeting, person, event)
    known = meeting.attendees if told == meeting.told else {}
    meeting.told = told
    meeting.attendees = {
        person: known.get(person, Attendee(person, asked=event.sequence)) for person in event.attendees
    }
    for person in event.attendees:
        meeting.uninvited.pop(person, None)
        meeting.uninvited_at.pop(person, None)


def _cancelled(duty: Duty, event: shapes.InvitationsCancelled) -> None:
    meeting = _meeting(duty)
    meeting.sequence, meeting.invited_at = event.sequence, event.timestamp
    for person in event.attendees:
        meeting.attendees.pop(person, None)
        _uninvite(meeting, person, event)


def _uninvite(
    meeting: Meeting, person: str, event: shapes.AttendeesInvited | shapes.InvitationsCancelled
) -> None:
    meeting.uninvited[person], meeting.uninvited_at[person] = event.sequence, event.timestamp


def _replied(duty: Duty, event: shapes.AttendeeReplied) -> None:
    """Take an answer; one to an invitation that has changed since leaves the question open."""
    found = _meeting(duty).attendees.get(event.attendee)
    if found is None:
        return
    found.sequence, found.replied_at, found.comment = event.sequence, event.replied_at, event.comment
    found.reply = event.reply if event.sequence >= found.asked else "needs-action"


def _told(duty: Duty) -> str:
    """Give day, times and place as an invitation of now tells them."""
    meeting = _meeting(duty)
    stated = next((part.current for part in duty.parts.values() if part.current and not part.dropped), None)
    hours = (meeting.starts_at, meeting.ends_at)
    if meeting.starts_at is None and stated is not None:
        hours = (stated.starts_at, stated.ends_at)
    return "|".join(str(each or "") for each in (stated and stated.day, *hours, meeting.place))


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

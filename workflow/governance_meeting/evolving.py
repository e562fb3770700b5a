"""How the events that only a meeting has change what it remembers. Nothing here refuses or asks the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from events.vocabulary import governance_meeting as shape
from workflow.governance_meeting.state import Answer, Decision

if TYPE_CHECKING:  # the aggregate itself evolves by this module
    from workflow.governance_meeting.governance_meeting import GovernanceMeeting


def _arranged(meeting: GovernanceMeeting, event: shape.MeetingArranged) -> None:
    kept = meeting.arrangements
    kept.place, kept.starts_at, kept.ends_at = event.place, event.starts_at, event.ends_at


def _agenda_settled(meeting: GovernanceMeeting, event: shape.AgendaSettled) -> None:
    kept = meeting.arrangements
    kept.agenda, kept.agenda_settled_on, kept.agenda_reference = (
        event.agenda,
        event.settled_on,
        event.reference,
    )


def _minutes_drafted(meeting: GovernanceMeeting, event: shape.MinutesDrafted) -> None:
    kept = meeting.arrangements
    kept.minutes_drafted_on, kept.minutes_reference = event.drafted_on, event.reference


def _decided(meeting: GovernanceMeeting, event: shape.DecisionRecorded) -> None:
    meeting.arrangements.decisions[event.number] = Decision(event.text, event.duty)


def _invited(meeting: GovernanceMeeting, event: shape.AttendeesInvited) -> None:
    kept, told = meeting.arrangements, meeting.as_told()
    for one in event.attendees:
        # Whoever answered about another day, time or place, or was not invited, is asked anew.
        if kept.told != told or one not in kept.attendees:
            kept.asked[one] = event.sequence
    kept.sequence, kept.attendees, kept.told = event.sequence, event.attendees, told


def _cancelled(meeting: GovernanceMeeting, event: shape.InvitationsCancelled) -> None:
    kept = meeting.arrangements
    kept.sequence = event.sequence
    kept.attendees = tuple(one for one in kept.attendees if one not in event.attendees)


def _replied(meeting: GovernanceMeeting, event: shape.AttendeeReplied) -> None:
    meeting.arrangements.answers[event.attendee] = Answer(
        event.reply, event.sequence, event.replied_at, event.comment
    )


# `Any`: each function takes the one shape that its key names.
MEETING_ONLY: Mapping[type, Callable[[GovernanceMeeting, Any], None]] = {
    shape.MeetingArranged: _arranged,
    shape.AgendaSettled: _agenda_settled,
    shape.MinutesDrafted: _minutes_drafted,
    shape.DecisionRecorded: _decided,
    shape.AttendeesInvited: _invited,
    shape.InvitationsCancelled: _cancelled,
    shape.AttendeeReplied: _replied,
}

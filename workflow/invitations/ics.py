"""From a meeting as it stands to the text/calendar part of its mails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from calendars.ical.entry import Language
from calendars.ical.invitation import Guest, Invitation, Method, Organizer, invitation
from calendars.ical.wording import WORDING
from events.vocabulary.values import DeadlineFact
from projections.engine.duty.state import Duty, Meeting
from workflow.invitations.uid import invitation_uid


class NoDayToInviteTo(ValueError):
    """The meeting never had a single day, so nobody can have been invited to it."""


def invitation_ics(
    duty: Duty,
    method: Method,
    guests: Mapping[str, tuple[str, str]],
    organizer: Organizer,
    written_at: dt.datetime,
    language: Language = "nb",
) -> bytes:
    """Write the invitation (REQUEST) to everyone invited, or the cancellation (CANCEL) for `guests`.

    `guests` are name and address by person id: of all who are invited for a REQUEST, of the one
    recipient for a CANCEL; who is not in it is left out. The sequence is the meeting's own for a
    REQUEST, and that of the cancellation for a CANCEL. A shielded title stays out, and so does
    every link: an invitation is passed on, and a link is personal.
    Raises `NoDayToInviteTo`.
    """
    meeting, stated = duty.meeting or Meeting(), _dated(duty)
    words = WORDING[language]
    return invitation(
        Invitation(
            uid=invitation_uid(duty.id),
            method=method,
            sequence=_sequence(meeting, method, guests),
            title=words.shielded_meeting if duty.shielded else duty.title,
            description=words.hidden if duty.shielded else _description(duty, words.reference),
            place=meeting.place,
            day=stated.day or dt.date.min,
            starts_at=hours(duty)[0],
            ends_at=hours(duty)[1],
            organizer=organizer,
            guests=_guests(meeting, method, guests),
            written_at=written_at,
            tentative=stated.tentative,
            off=duty.state in ("withdrawn", "carried_over"),
        )
    )


def hours(duty: Duty) -> tuple[dt.time | None, dt.time | None]:
    """Give the meeting's clock times (Europe/Oslo): as arranged, else as its source says."""
    meeting = duty.meeting
    if meeting is not None and meeting.starts_at is not None:
        return meeting.starts_at, meeting.ends_at
    stated = next((part.current for part in duty.parts.values() if part.current is not None), None)
    return (stated.starts_at, stated.ends_at) if stated else (None, None)


def _dated(duty: Duty) -> DeadlineFact:
    """Give the meeting's day, or the last one it had: a cancellation names the day that is off."""
    for part in duty.parts.values():
        for version in reversed(part.history):
            if version.deadline.day is not None:
                return version.deadline
    raise NoDayToInviteTo(duty.reference)


def _sequence(meeting: Meeting, method: Method, guests: Mapping[str, object]) -> int:
    if method == "REQUEST":
        return meeting.sequence
    return max((meeting.uninvited.get(person, 0) for person in guests), default=0) or meeting.sequence


def _guests(meeting: Meeting, method: Method, people: Mapping[str, tuple[str, str]]) -> tuple[Guest, ...]:
    if method == "CANCEL":
        return tuple(Guest(*people[person]) for person in people)
    invited = (one for one in meeting.attendees.values() if one.person in people)
    return tuple(Guest(*people[one.person], one.reply) for one in invited)


def _description(duty: Duty, reference: str) -> str:
    agenda = duty.meeting.agenda if duty.meeting else ""
    return "\n".join(filter(None, (agenda, reference.format(reference=duty.reference))))

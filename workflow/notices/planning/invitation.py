"""Whenever people are invited to a meeting, or no longer, then each of them is told, and of every change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from projections.engine.duty.state import Duty
from workflow.notices.addressing import ATTENDEE, Addressed, notices
from workflow.notices.hours import alert_moment
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.standing import is_running
from workflow.notices.planning.surroundings import Surroundings

REQUEST, CANCEL = "request", "cancel"


def plan(duty: Duty, around: Surroundings) -> Iterator[Planned]:
    """Give the latest invitation to everyone invited, and the cancellation to those who no longer are.

    Only the latest version of an invitation goes out; nothing does when the day has passed.
    """
    meeting, day = duty.meeting, _latest_day(duty)
    if meeting is None or meeting.invited_at is None or day is None or day < around.today:
        return
    if is_running(duty):
        for person in meeting.attendees:
            yield from _message(duty, person, REQUEST, meeting.sequence, meeting.invited_at, around)
    for person, sequence in meeting.uninvited.items():
        recorded_at = meeting.uninvited_at[person]
        yield from _message(duty, person, CANCEL, sequence, recorded_at, around)


def _message(
    duty: Duty, person: str, step: str, sequence: int, recorded_at: dt.datetime, around: Surroundings
) -> Iterator[Planned]:
    on, time = alert_moment(recorded_at, around.calendar)
    if around.asks_for(on):
        yield from notices(
            (Addressed(ATTENDEE, person),),
            time,
            kind=Kind.INVITATION,
            duty=duty.id,
            subject="",
            version=str(sequence),
            step=step,
            due_on=on,
        )


def _latest_day(duty: Duty) -> dt.date | None:
    """Give the day of the meeting, or the last one it had."""
    versions = (version for part in duty.parts.values() for version in reversed(part.history))
    return next((version.deadline.day for version in versions if version.deadline.day is not None), None)

"""Whenever a meeting nears without an agenda, then its owner, and at last the controllers, hear of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from projections.engine.duty.state import Duty, Part, Version
from workflow.governance_meeting.agenda import settled_by
from workflow.notices.addressing import notices, to_controllers, to_owner
from workflow.notices.hours import DAY_FROM
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.standing import is_running, is_unmet
from workflow.notices.planning.surroundings import Surroundings, day_of

REMINDED_BEFORE = 10
"""Working days before the meeting at which the owner is reminded."""
REMINDER, LAST_CALL = f"-{REMINDED_BEFORE}", "week"


def plan(duty: Duty, around: Surroundings) -> Iterator[Planned]:
    """Give the reminder and the last call of a meeting that has a day and no agenda."""
    settled = duty.meeting is not None and duty.meeting.agenda_settled_on is not None
    if not duty.is_meeting or settled or not is_running(duty):
        return
    for part in duty.parts.values():
        if is_unmet(part) and part.history:
            yield from _steps(duty, part, part.history[-1], around)


def _steps(duty: Duty, part: Part, version: Version, around: Surroundings) -> Iterator[Planned]:
    day = version.deadline.day
    if day is None:
        return
    for step, on in _days(day, day_of(version.recorded_at), around):
        if not around.asks_for(on) or on not in around.calendar:
            continue
        called = to_controllers(on, around) if step == LAST_CALL else ()
        yield from notices(
            tuple(dict.fromkeys([*to_owner(duty, on, around), *called])),
            DAY_FROM,
            kind=Kind.AGENDA,
            duty=duty.id,
            subject=part.part,
            version=str(version.number),
            step=step,
            due_on=on,
        )


def _days(day: dt.date, known: dt.date, around: Surroundings) -> Iterator[tuple[str, dt.date]]:
    """Give step and day; a meeting called at shorter notice than a week gets its last call at once."""
    calendar = around.calendar
    reminder = calendar.before(calendar.on_or_before(day), REMINDED_BEFORE)
    if reminder >= known:
        yield REMINDER, reminder
    last_call = max(settled_by(day), calendar.on_or_after(known))
    if last_call < day:
        yield LAST_CALL, last_call

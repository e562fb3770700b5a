"""Whenever a deadline is open, to be agreed or tentative, then its owner is reminded to ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from projections.engine.duty import awaiting
from projections.engine.duty.state import Duty, Part
from workflow.notices.addressing import notices, to_owner
from workflow.notices.hours import DAY_FROM
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.rhythm import every
from workflow.notices.planning.standing import is_running, is_unmet
from workflow.notices.planning.surroundings import Surroundings, day_of
from workflow.notices.working_days import WorkingDays

FIRST_AFTER, THEN_EVERY = 10, 20
"""Working days since it was given or last asked for, and from one reminder to the next."""
TENTATIVE_FROM = 40
"""Working days before a tentative day from which it is to be settled."""


def plan(duty: Duty, around: Surroundings) -> Iterator[Planned]:
    """Give the reminders to ask, each part in a rhythm of its own that starts anew with every asking."""
    if not is_running(duty):
        return
    for part in duty.parts.values():
        if is_unmet(part) and is_awaited(duty, part):
            yield from _reminders(duty, part, around)


def is_awaited(duty: Duty, part: Part) -> bool:
    """Tell whether the ministry is still to say when the part is due.

    A meeting waits for its day even where it has a window.
    """
    current = part.current
    if current is None or current.form == "rrule":
        return False
    if current.due is None:
        return awaiting.is_awaited(current)
    return current.tentative or (duty.is_meeting and current.day is None)


def _reminders(duty: Duty, part: Part, around: Surroundings) -> Iterator[Planned]:
    version = part.history[-1]
    first = _first(part, around.calendar)
    for number, day in every(THEN_EVERY, first, around):
        if day >= day_of(version.recorded_at):
            yield from notices(
                to_owner(duty, day, around),
                DAY_FROM,
                kind=Kind.CHASE,
                duty=duty.id,
                subject=part.part,
                version=f"{version.number}.{len(part.inquired_on)}",
                step=str(number),
                due_on=day,
            )


def _first(part: Part, calendar: WorkingDays) -> dt.date:
    """Give the first day on which to ask: ten days after it was given, twenty after it was asked for."""
    given = day_of(part.history[-1].recorded_at)
    asked = [day for day in part.inquired_on if day >= given]
    first = calendar.after(asked[-1], THEN_EVERY) if asked else calendar.after(given, FIRST_AFTER)
    due = part.history[-1].deadline.due
    return first if due is None else max(first, calendar.before(calendar.on_or_before(due), TENTATIVE_FROM))

"""Whenever a meeting has passed without a word, or was held without minutes, then its owner is reminded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from projections.engine.duty.state import Duty, Part
from workflow.notices.addressing import Addressed, notices, to_controllers, to_owner
from workflow.notices.hours import DAY_FROM
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.standing import is_running, is_unmet
from workflow.notices.planning.surroundings import Surroundings, day_of

WAS_IT_HELD = "held"
FIRST_AFTER, LAST_AFTER = 5, 10
"""Working days after a meeting was held: the owner is reminded, and then the controllers too."""


def plan(duty: Duty, around: Surroundings) -> Iterator[Planned]:
    """Give what is asked about a meeting after its day, until its minutes are drafted."""
    if not duty.is_meeting:
        return
    if is_running(duty):
        for part in duty.parts.values():
            if is_unmet(part) and part.history:
                yield from _was_it_held(duty, part, around)
    elif duty.state == "delivered" and duty.delivered_on is not None and not _has_minutes(duty):
        yield from _without_minutes(duty, duty.delivered_on, around)


def _has_minutes(duty: Duty) -> bool:
    return duty.meeting is not None and duty.meeting.minutes_drafted_on is not None


def _was_it_held(duty: Duty, part: Part, around: Surroundings) -> Iterator[Planned]:
    version = part.history[-1]
    due = version.deadline.due
    if due is None or version.deadline.tentative or day_of(version.recorded_at) > due:
        return
    on = around.calendar.after(due, 1)
    people = to_owner(duty, on, around)
    yield from _notices(duty, people, part.part, str(version.number), WAS_IT_HELD, on, around)


def _without_minutes(duty: Duty, held: dt.date, around: Surroundings) -> Iterator[Planned]:
    for count in (FIRST_AFTER, LAST_AFTER):
        on = around.calendar.after(held, count)
        people = list(to_owner(duty, on, around))
        if count == LAST_AFTER:
            people += to_controllers(on, around)
        yield from _notices(duty, tuple(dict.fromkeys(people)), "", held.isoformat(), f"+{count}", on, around)


def _notices(
    duty: Duty,
    people: tuple[Addressed, ...],
    subject: str,
    version: str,
    step: str,
    on: dt.date,
    around: Surroundings,
) -> Iterator[Planned]:
    if around.asks_for(on):
        yield from notices(
            people,
            DAY_FROM,
            kind=Kind.MINUTES,
            duty=duty.id,
            subject=subject,
            version=version,
            step=step,
            due_on=on,
        )

"""Whenever a deadline passes undelivered, then the manager and every controller are alerted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from calendars.days import ONE_DAY
from projections.engine.duty.state import Duty, Part
from workflow.notices.addressing import notices, to_alerted
from workflow.notices.hours import ALERTS_FROM, alert_moment
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.standing import is_running, is_unmet
from workflow.notices.planning.surroundings import Surroundings, day_of

STEP = "alert"


def plan(duty: Duty, around: Surroundings) -> Iterator[Planned]:
    """Give the alert of every deadline that the clock saw pass, and of those that would pass in days to come.

    What lies ahead is a forecast: nothing is alerted before the clock has recorded it as missed.
    """
    if not is_running(duty) or duty.is_meeting:
        return
    for part in duty.parts.values():
        if is_unmet(part) and part.history:
            yield from _seen(duty, part, around)
            yield from _foreseen(duty, part, around)


def _seen(duty: Duty, part: Part, around: Surroundings) -> Iterator[Planned]:
    for deviation in duty.deviations.values():
        of_this = (deviation.missed, deviation.part) == (part.history[-1].number, part.part)
        if of_this and deviation.closed_on is None:
            day, time = alert_moment(deviation.reported_at, around.calendar)
            yield from _alert(duty, part, day, time, around)


def _foreseen(duty: Duty, part: Part, around: Surroundings) -> Iterator[Planned]:
    version = part.history[-1]
    due = version.deadline.due
    if due is None or due < around.today or version.deadline.tentative or version.number in part.missed:
        return
    if day_of(version.recorded_at) <= due <= around.last:
        day = around.calendar.on_or_after(due + ONE_DAY)
        yield from _alert(duty, part, day, ALERTS_FROM, around)


def _alert(duty: Duty, part: Part, day: dt.date, time: dt.time, around: Surroundings) -> Iterator[Planned]:
    if around.asks_for(day):
        yield from notices(
            to_alerted(duty, day, around),
            time,
            kind=Kind.MISSED,
            duty=duty.id,
            subject=part.part,
            version=str(part.history[-1].number),
            step=STEP,
            due_on=day,
        )

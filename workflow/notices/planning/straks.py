"""Whenever a material deviation is a working day old and the ministry is not told, then it escalates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from calendars.zone import OSLO
from projections.engine.duty.state import Deviation, Duty
from workflow.notices.addressing import notices, once, to_controllers, to_director
from workflow.notices.hours import DAY_FROM, alert_moment
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.standing import has_ended
from workflow.notices.planning.surroundings import Surroundings
from workflow.notices.working_days import WorkingDays

STEP = "1"
END_OF_DAY = dt.time(16)
"""When a working day is over."""


def plan(duty: Duty, around: Surroundings) -> Iterator[Planned]:
    """Give the escalation to the director and every controller, once for each open material deviation."""
    if has_ended(duty):
        return
    for deviation in duty.deviations.values():
        if deviation.material_since is None or not _waits(deviation):
            continue
        day, time = _a_working_day_later(deviation.material_since, around.calendar)
        if around.asks_for(day):
            yield from notices(
                once(*to_director(day, around), *to_controllers(day, around)),
                time,
                kind=Kind.STRAKS,
                duty=duty.id,
                subject=str(deviation.id),
                version="",
                step=STEP,
                due_on=day,
            )


def _waits(deviation: Deviation) -> bool:
    return deviation.material and deviation.told_on is None and deviation.closed_on is None


def _a_working_day_later(since: dt.datetime, calendar: WorkingDays) -> tuple[dt.date, dt.time]:
    """Give the same hour a working day after the alert, within office hours: there was a day to tell."""
    alerted, opens = alert_moment(since, calendar)
    local = since.astimezone(OSLO)
    time = local.time().replace(second=0, microsecond=0) if alerted == local.date() else opens
    return calendar.after(alerted, 1), min(max(time, DAY_FROM), END_OF_DAY)

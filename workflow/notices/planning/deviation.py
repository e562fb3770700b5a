"""Whenever a person reports a deviation, then the manager and every controller are alerted."""

from __future__ import annotations

from collections.abc import Iterator

from projections.engine.duty.state import Duty
from workflow.notices.addressing import notices, to_alerted
from workflow.notices.hours import alert_moment
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.standing import has_ended
from workflow.notices.planning.surroundings import Surroundings

STEP = "alert"


def plan(duty: Duty, around: Surroundings) -> Iterator[Planned]:
    """Give the alert of every open deviation that a person reported; a missed deadline has its own."""
    if has_ended(duty):
        return
    for deviation in duty.deviations.values():
        if deviation.missed is not None or deviation.closed_on is not None:
            continue
        day, time = alert_moment(deviation.reported_at, around.calendar)
        if around.asks_for(day):
            yield from notices(
                to_alerted(duty, day, around),
                time,
                kind=Kind.DEVIATION,
                duty=duty.id,
                subject=str(deviation.id),
                version="",
                step=STEP,
                due_on=day,
            )

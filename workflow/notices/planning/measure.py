"""Whenever a step of a corrective measure falls, then whoever carries it out is reminded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from projections.engine.duty.state import Deviation, Duty, Measure
from workflow.notices.addressing import (
    MANAGER,
    RESPONSIBLE,
    Addressed,
    notices,
    to_owner,
    to_person,
)
from workflow.notices.hours import DAY_FROM
from workflow.notices.ladder import falls
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.standing import has_ended
from workflow.notices.planning.surroundings import Surroundings, day_of


def plan(duty: Duty, around: Surroundings) -> Iterator[Planned]:
    """Give the steps of every open measure of the duty's open deviations."""
    if has_ended(duty):
        return
    for deviation in duty.deviations.values():
        if deviation.closed_on is None:
            for measure in deviation.measures.values():
                if measure.is_open:
                    yield from _steps(duty, deviation, measure, around)


def _steps(duty: Duty, deviation: Deviation, measure: Measure, around: Surroundings) -> Iterator[Planned]:
    known = day_of(measure.recorded_at)
    if known > measure.due:
        return
    ladder = around.rules.ladder_of_measures()
    for day, step, levels_up in falls(ladder, measure.due, measure.working_date, around.calendar):
        if day >= known and around.asks_for(day):
            yield from notices(
                _addressed(duty, measure, day, around, levels_up),
                DAY_FROM,
                kind=Kind.MEASURE,
                duty=duty.id,
                subject=f"{deviation.id}/{measure.number}",
                version=str(measure.version),
                step=step,
                due_on=day,
            )


def _addressed(
    duty: Duty, measure: Measure, day: dt.date, around: Surroundings, levels_up: int
) -> tuple[Addressed, ...]:
    """Give who carries it out, or who stands above; nobody known is the duty's owner."""
    if measure.who not in around.line.people:
        return to_owner(duty, day, around, levels_up)
    if not levels_up:
        return (to_person(RESPONSIBLE, measure.who, day, around),)
    above = around.line.above(measure.who, levels_up) or measure.who
    return (to_person(MANAGER, above, day, around),)

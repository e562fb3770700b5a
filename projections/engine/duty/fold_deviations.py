"""How deviations go on in the fold: found, described, measured, told of, closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from events.vocabulary import deviation as shapes
from events.vocabulary.base import Event
from projections.engine.duty.fold_life import stand
from projections.engine.duty.state import Deviation, Duty, Measure


def _missed(duty: Duty, event: shapes.DeadlineMissed) -> None:
    if event.part in duty.parts:
        duty.parts[event.part].missed.append(event.deadline_version)
    duty.deviations[event.deviation] = Deviation(
        id=event.deviation,
        part=event.part,
        discovered_on=event.missed_on,
        reported_at=event.timestamp,
        reported_by=event.by,
        missed=event.deadline_version,
    )
    if not duty.has_ended:
        stand(duty, duty.standing)


def _reported(duty: Duty, event: shapes.DeviationReported) -> None:
    duty.deviations[event.deviation] = Deviation(
        id=event.deviation,
        part=event.part,
        discovered_on=event.discovered_on,
        reported_at=event.timestamp,
        reported_by=event.by,
        cause=event.cause,
        consequence=event.consequence,
        material=event.material,
        material_since=event.timestamp if event.material else None,
        measures={each.number: _measure(each, event.timestamp) for each in event.measures},
    )
    if not duty.has_ended:
        stand(duty, duty.standing)


def _described(duty: Duty, event: shapes.DeviationDescribed) -> None:
    found = duty.deviations[event.deviation]
    if event.material != found.material:
        found.material_since = event.timestamp if event.material else None
    found.cause, found.consequence, found.material = event.cause, event.consequence, event.material


def _proposed(duty: Duty, event: shapes.MeasureProposed) -> None:
    measures = duty.deviations[event.deviation].measures
    measures[event.measure.number] = _measure(event.measure, event.timestamp)


def _moved(duty: Duty, event: shapes.MeasureMoved) -> None:
    measure = duty.deviations[event.deviation].measures[event.number]
    measure.due, measure.working_date = event.due, event.working_date
    measure.version += 1
    measure.recorded_at = event.timestamp


def _completed(duty: Duty, event: shapes.MeasureCompleted) -> None:
    measure = duty.deviations[event.deviation].measures[event.number]
    measure.completed_on, measure.result = event.completed_on, event.result


def _dropped(duty: Duty, event: shapes.MeasureDropped) -> None:
    duty.deviations[event.deviation].measures[event.number].dropped = event.reason


def _told(duty: Duty, event: shapes.MinistryTold) -> None:
    found = duty.deviations[event.deviation]
    found.told_on, found.told_how, found.told_reference = event.told_on, event.how, event.reference


def _closed(duty: Duty, event: shapes.DeviationClosed) -> None:
    found = duty.deviations[event.deviation]
    found.closed_on, found.result = event.closed_on, event.result
    if duty.state == "deviation":
        stand(duty, duty.before)


def _measure(told: shapes.Measure, at: dt.datetime) -> Measure:
    return Measure(told.number, told.what, told.who, told.due, told.working_date, at)


RULES: Mapping[type[Event], Callable[[Duty, Any], None]] = {
    shapes.DeadlineMissed: _missed,
    shapes.DeviationReported: _reported,
    shapes.DeviationDescribed: _described,
    shapes.MeasureProposed: _proposed,
    shapes.MeasureMoved: _moved,
    shapes.MeasureCompleted: _completed,
    shapes.MeasureDropped: _dropped,
    shapes.MinistryTold: _told,
    shapes.DeviationClosed: _closed,
}

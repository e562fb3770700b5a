"""How deviations and their measures change what a duty remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from events.vocabulary import deviation as shape
from workflow.duty.deviation import Deviation, FollowedMeasure

if TYPE_CHECKING:
    from workflow.duty.core import Core


def _missed(duty: Core, event: shape.DeadlineMissed) -> None:
    found = Deviation(event.deviation, len(duty.deviations) + 1, event.part, event.missed_on, event.deadline)
    duty.deviations[event.deviation] = found
    if event.part in duty.parts:
        duty.parts[event.part].missed.append(event.deadline_version)


def _reported(duty: Core, event: shape.DeviationReported) -> None:
    duty.deviations[event.deviation] = Deviation(
        event.deviation,
        len(duty.deviations) + 1,
        event.part,
        event.discovered_on,
        cause=event.cause,
        consequence=event.consequence,
        material=event.material,
        measures={each.number: FollowedMeasure(each, each.due) for each in event.measures},
    )


def _described(duty: Core, event: shape.DeviationDescribed) -> None:
    found = duty.deviations[event.deviation]
    found.cause, found.consequence, found.material = event.cause, event.consequence, event.material


def _measure_proposed(duty: Core, event: shape.MeasureProposed) -> None:
    measures = duty.deviations[event.deviation].measures
    measures[event.measure.number] = FollowedMeasure(event.measure, event.measure.due)


def _measure_moved(duty: Core, event: shape.MeasureMoved) -> None:
    duty.deviations[event.deviation].measures[event.number].due = event.due


def _measure_completed(duty: Core, event: shape.MeasureCompleted) -> None:
    measure = duty.deviations[event.deviation].measures[event.number]
    measure.completed = (event.completed_on, event.result)


def _measure_dropped(duty: Core, event: shape.MeasureDropped) -> None:
    duty.deviations[event.deviation].measures[event.number].dropped = event.reason


def _ministry_told(duty: Core, event: shape.MinistryTold) -> None:
    duty.deviations[event.deviation].told = (event.told_on, event.how, event.reference)


def _closed(duty: Core, event: shape.DeviationClosed) -> None:
    duty.deviations[event.deviation].closed = (event.closed_on, event.result)


# `Any`: each function takes the one shape that its key names.
EVOLVING: Mapping[type, Callable[[Core, Any], None]] = {
    shape.DeadlineMissed: _missed,
    shape.DeviationReported: _reported,
    shape.DeviationDescribed: _described,
    shape.MeasureProposed: _measure_proposed,
    shape.MeasureMoved: _measure_moved,
    shape.MeasureCompleted: _measure_completed,
    shape.MeasureDropped: _measure_dropped,
    shape.MinistryTold: _ministry_told,
    shape.DeviationClosed: _closed,
}

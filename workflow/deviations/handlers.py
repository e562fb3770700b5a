"""From a command about a deviation to the decision of its duty."""

from __future__ import annotations

from workflow.deviations import commands
from workflow.duty import taking
from workflow.duty.aggregate import Duty
from workflow.duty.deviation import Deviation
from workflow.duty.state import Stamp
from workflow.identity import deviation_id
from workflow.loading import save
from workflow.work import Outcome, Work


def report(duty: Duty, command: commands.ReportDeviation, work: Work) -> Outcome:
    """Report a deviation, or describe the one that the clock opened, with its measures."""
    stamp = taking.stamp(command.by, work)
    day = taking.past(command.discovered_on, work)
    part = duty.known_or_whole(command.part)
    known = _same(duty, command, part) or next(iter(duty.untouched_deviations(part)), None)
    if known is None:
        made = deviation_id(duty.id, day, len(duty.deviations))
        duty.report_deviation(made, part, day, command.cause, command.consequence, command.material, stamp)
        known = duty.deviation(made)
    else:
        said = command.cause, command.consequence, command.material
        duty.describe_deviation(known.id, *said, stamp)
    for measure in command.measures:
        _propose(duty, known, measure, work, stamp)
    return save(work, duty, deviation=known.id, number=known.number)


def describe(duty: Duty, command: commands.DescribeDeviation, work: Work) -> Outcome:
    """Give it better words or another weight."""
    found = duty.deviation(command.deviation)
    said = command.cause, command.consequence, command.material
    duty.describe_deviation(found.id, *said, taking.stamp(command.by, work))
    return _saved(duty, found, work)


def propose(duty: Duty, command: commands.ProposeMeasure, work: Work) -> Outcome:
    """Propose one more measure."""
    found = duty.deviation(command.deviation)
    _propose(duty, found, command.measure, work, taking.stamp(command.by, work))
    return _saved(duty, found, work, measure=len(found.measures))


def move(duty: Duty, command: commands.MoveMeasure, work: Work) -> Outcome:
    """Give a measure another day."""
    found = duty.deviation(command.deviation)
    due, working = taking.day_of(command.due, work)
    stamp = taking.stamp(command.by, work)
    duty.move_measure(found.id, command.number, due, working, command.reason, stamp)
    return _saved(duty, found, work, measure=command.number)


def complete(duty: Duty, command: commands.CompleteMeasure, work: Work) -> Outcome:
    """Say that a measure was carried out."""
    found = duty.deviation(command.deviation)
    day, stamp = taking.past(command.completed_on, work), taking.stamp(command.by, work)
    duty.complete_measure(found.id, command.number, day, command.result, stamp)
    return _saved(duty, found, work, measure=command.number)


def drop(duty: Duty, command: commands.DropMeasure, work: Work) -> Outcome:
    """Say that a measure will not be carried out."""
    found = duty.deviation(command.deviation)
    duty.drop_measure(found.id, command.number, command.reason, taking.stamp(command.by, work))
    return _saved(duty, found, work, measure=command.number)


def tell(duty: Duty, command: commands.TellMinistry, work: Work) -> Outcome:
    """Say that the ministry was told."""
    found = duty.deviation(command.deviation)
    day, stamp = taking.past(command.told_on, work), taking.stamp(command.by, work)
    duty.tell_ministry(found.id, day, command.how, command.reference, stamp)
    return _saved(duty, found, work)


def close(duty: Duty, command: commands.CloseDeviation, work: Work) -> Outcome:
    """Close it with its result."""
    found = duty.deviation(command.deviation)
    day, stamp = taking.past(command.closed_on, work), taking.stamp(command.by, work)
    duty.close_deviation(found.id, day, command.result, stamp)
    return _saved(duty, found, work)


def _propose(
    duty: Duty, deviation: Deviation, measure: commands.NewMeasure, work: Work, stamp: Stamp
) -> None:
    due, working = taking.day_of(measure.due, work)
    who = measure.who or duty.owner
    duty.propose_measure(deviation.id, measure.what.strip(), who, due, working, stamp)


def _same(duty: Duty, command: commands.ReportDeviation, part: str) -> Deviation | None:
    """Find the open deviation that says the same already: a repeated report is no second one."""
    said = (part, command.cause, command.consequence, command.material)
    ours = (one for one in duty.deviations.values() if one.is_open)
    return next((one for one in ours if (one.part, one.cause, one.consequence, one.material) == said), None)


def _saved(duty: Duty, deviation: Deviation, work: Work, **facts: object) -> Outcome:
    return save(work, duty, deviation=deviation.id, number=deviation.number, **facts)

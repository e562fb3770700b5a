"""What is done to a duty is done to what recurs in it: shielded, given an owner, withdrawn together."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from workflow.duty import commands, handlers
from workflow.duty.aggregate import Duty
from workflow.duty.state import Stamp
from workflow.loading import save
from workflow.recurring import register, steps
from workflow.work import Outcome, Work


def restrict(duty: Duty, command: commands.RestrictAccess, work: Work) -> Outcome:
    """Shield a duty and its series: they carry the same title."""
    handlers.restrict_access(duty, command, work)
    below = [steps.with_access(series, command, work) for series in register.below(work, duty.id)]
    return save(work, duty, *(stream for streams in below for stream in streams))


def open_access(duty: Duty, command: commands.OpenAccess, work: Work) -> Outcome:
    """Take the shield away from a duty and its series."""
    handlers.open_access(duty, command, work)
    below = [steps.with_access(series, command, work) for series in register.below(work, duty.id)]
    return save(work, duty, *(stream for streams in below for stream in streams))


def assign(duty: Duty, command: commands.AssignOwner, work: Work) -> Outcome:
    """Give a duty an owner, and its running series where they had the same one before."""
    before = (duty.owner, duty.unit)
    handlers.assign(duty, command, work)
    streams: list[BaseAggregate[UUID]] = [duty]
    for series in register.below(work, duty.id):
        if series.ended_on is None and (series.owner, series.unit) == before:
            streams += steps.assigned(series, command, work)
    return save(work, *streams)


def assign_deputy(duty: Duty, command: commands.AssignDeputy, work: Work) -> Outcome:
    """Give a duty a deputy, and its running series where they had the same one before."""
    before = duty.deputy
    handlers.assign_deputy(duty, command, work)
    streams: list[BaseAggregate[UUID]] = [duty]
    for series in register.below(work, duty.id):
        if series.ended_on is None and series.deputy == before:
            streams += steps.with_deputy(series, command, work)
    return save(work, *streams)


def carry_over(duty: Duty, command: commands.CarryOver, work: Work) -> Outcome:
    """Let a duty live on under the next letter, and end what recurs in it."""
    reference = steps.successor_reference(command, work)
    handlers.carry_over(duty, command, work, reference)
    day = command.carried_on or work.today
    return save(work, duty, *_ended(duty, day, command.reason, reference, work, command.by))


def withdraw(duty: Duty, command: commands.WithdrawDuty, work: Work) -> Outcome:
    """Let a duty lapse, and end what recurs in it."""
    handlers.withdraw(duty, command, work)
    day = command.withdrawn_on or work.today
    return save(work, duty, *_ended(duty, day, command.reason, command.reference, work, command.by))


def _ended(
    duty: Duty, day: dt.date, reason: str, reference: str, work: Work, by: str
) -> list[BaseAggregate[UUID]]:
    """End every running series of a duty; gives what is to be saved."""
    stamp = Stamp(work.now, by)
    streams: list[BaseAggregate[UUID]] = []
    for series in register.below(work, duty.id):
        if series.ended_on is None:
            streams += steps.end_series(series, day, reason, reference, work, stamp)
    return streams

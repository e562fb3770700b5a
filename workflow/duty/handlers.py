"""From a command about one duty to the decision of its aggregate."""

from __future__ import annotations

from workflow.duty import commands, taking
from workflow.duty.aggregate import Duty
from workflow.work import Work


def set_deadline(duty: Duty, command: commands.SetDeadline, work: Work) -> None:
    """Read the words and give the part its deadline."""
    fact = taking.deadline(duty, command.part, command.words, work)
    duty.set_deadline(command.part, fact, taking.written(command.source), taking.stamp(command.by, work))


def postpone(duty: Duty, command: commands.PostponeDeadline, work: Work) -> None:
    """Read the words and move the part's deadline."""
    fact = taking.deadline(duty, command.part, command.words, work)
    source = taking.written(command.source)
    stamp = taking.stamp(command.by, work)
    duty.postpone(command.part, fact, command.reason, source, stamp, command.agreed_on)


def drop_deadline(duty: Duty, command: commands.DropDeadline, work: Work) -> None:
    """Take the part's deadline away."""
    source = taking.written(command.source)
    duty.drop_deadline(command.part, command.reason, source, taking.stamp(command.by, work))


def assign(duty: Duty, command: commands.AssignOwner, work: Work) -> None:
    """Say who answers for it."""
    duty.assign(command.owner, command.unit, command.effective_on, taking.stamp(command.by, work))


def start(duty: Duty, command: commands.StartDuty, work: Work) -> None:
    """Say that work has begun."""
    duty.start(taking.past(command.started_on, work), taking.stamp(command.by, work))


def return_delivery(duty: Duty, command: commands.ReturnDelivery, work: Work) -> None:
    """Say that the ministry sent it back."""
    day = taking.past(command.returned_on, work)
    stamp = taking.stamp(command.by, work)
    duty.return_delivery(command.part, day, command.reason, command.reference, stamp)


def accept(duty: Duty, command: commands.AcceptDelivery, work: Work) -> None:
    """Say that the ministry accepted it."""
    duty.accept(taking.past(command.accepted_on, work), command.reference, taking.stamp(command.by, work))


def withdraw(duty: Duty, command: commands.WithdrawDuty, work: Work) -> None:
    """Let it lapse."""
    day = command.withdrawn_on or work.today
    duty.withdraw(command.reason, command.reference, day, taking.stamp(command.by, work))


def restrict_access(duty: Duty, command: commands.RestrictAccess, work: Work) -> None:
    """Shield the title."""
    duty.restrict_access(command.reason, taking.stamp(command.by, work))


def open_access(duty: Duty, command: commands.OpenAccess, work: Work) -> None:
    """Take the shield away."""
    duty.open_access(command.reason, taking.stamp(command.by, work))


def carry_over(duty: Duty, command: commands.CarryOver, work: Work, reference: str) -> None:
    """Let it live on, under this reference."""
    day, stamp = taking.past(command.carried_on, work), taking.stamp(command.by, work)
    duty.carry_over(day, command.reason, reference, command.to, stamp)


def reopen(duty: Duty, command: commands.ReopenDuty, work: Work) -> None:
    """Take it up again."""
    day, stamp = taking.past(command.reopened_on, work), taking.stamp(command.by, work)
    duty.reopen(command.part, day, command.reason, command.reference, stamp)


def assign_deputy(duty: Duty, command: commands.AssignDeputy, work: Work) -> None:
    """Say who stands in for the owner."""
    duty.assign_deputy(command.deputy, taking.stamp(command.by, work))


def comment(duty: Duty, command: commands.Comment, work: Work) -> None:
    """Write something down about it."""
    duty.comment(command.comment.strip(), taking.stamp(command.by, work))

"""From a command about one duty to the decision of its aggregate."""

from __future__ import annotations

import datetime as dt

from events.vocabulary.values import Source
from workflow.duty import commands
from workflow.duty.aggregate import Duty
from workflow.duty.deadlines import read_words
from workflow.duty.refusals import DayInFuture, SourceMissing
from workflow.duty.state import Stamp
from workflow.work import Work


def set_deadline(duty: Duty, command: commands.SetDeadline, work: Work) -> None:
    """Read the words and give the part its deadline."""
    fact = read_words(command.words, _year_of(duty, command.part, work))
    duty.set_deadline(command.part, fact, _written(command.source), _stamp(command.by, work))


def postpone(duty: Duty, command: commands.PostponeDeadline, work: Work) -> None:
    """Read the words and move the part's deadline."""
    fact = read_words(command.words, _year_of(duty, command.part, work))
    source = _written(command.source)
    stamp = _stamp(command.by, work)
    duty.postpone(command.part, fact, command.reason, source, stamp, command.agreed_on)


def drop_deadline(duty: Duty, command: commands.DropDeadline, work: Work) -> None:
    """Take the part's deadline away."""
    source = _written(command.source)
    duty.drop_deadline(command.part, command.reason, source, _stamp(command.by, work))


def assign(duty: Duty, command: commands.AssignOwner, work: Work) -> None:
    """Say who answers for it."""
    duty.assign(command.owner, command.unit, command.effective_on, _stamp(command.by, work))


def start(duty: Duty, command: commands.StartDuty, work: Work) -> None:
    """Say that work has begun."""
    duty.start(_past(command.started_on, work), _stamp(command.by, work))


def deliver(duty: Duty, command: commands.DeliverDuty, work: Work) -> None:
    """Say that it was handed over."""
    day = _past(command.delivered_on, work)
    duty.deliver(command.part, day, command.reference, _stamp(command.by, work))


def return_delivery(duty: Duty, command: commands.ReturnDelivery, work: Work) -> None:
    """Say that the ministry sent it back."""
    day = _past(command.returned_on, work)
    stamp = _stamp(command.by, work)
    duty.return_delivery(command.part, day, command.reason, command.reference, stamp)


def accept(duty: Duty, command: commands.AcceptDelivery, work: Work) -> None:
    """Say that the ministry accepted it."""
    duty.accept(_past(command.accepted_on, work), command.reference, _stamp(command.by, work))


def withdraw(duty: Duty, command: commands.WithdrawDuty, work: Work) -> None:
    """Let it lapse."""
    day = command.withdrawn_on or work.today
    duty.withdraw(command.reason, command.reference, day, _stamp(command.by, work))


def restrict_access(duty: Duty, command: commands.RestrictAccess, work: Work) -> None:
    """Shield the title."""
    duty.restrict_access(command.reason, _stamp(command.by, work))


def open_access(duty: Duty, command: commands.OpenAccess, work: Work) -> None:
    """Take the shield away."""
    duty.open_access(command.reason, _stamp(command.by, work))


def _stamp(by: str, work: Work) -> Stamp:
    return Stamp(work.now, by)


def _past(day: dt.date | None, work: Work) -> dt.date:
    if day is not None and day > work.today:
        raise DayInFuture(day=f"{day:%d.%m.%Y}")
    return day or work.today


def _written(source: str) -> Source:
    if not source.strip():
        raise SourceMissing
    return Source(reference=source.strip())


def _year_of(duty: Duty, part: str, work: Work) -> int:
    """Words without a year mean the year of the deadline that stands, else this year."""
    known = duty.parts.get(part)
    due = known.current.due if known and known.current else None
    return due.year if due else work.today.year

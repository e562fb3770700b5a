"""A deviation that only the clock knows of ends by itself, when it is made up for or was none."""

from __future__ import annotations

import datetime as dt

from events.vocabulary.values import DeadlineFact
from workflow.duty import commands, correction_commands, taking
from workflow.duty.aggregate import Duty
from workflow.duty.deviation import Deviation
from workflow.duty.state import Stamp
from workflow.language import N_, translator
from workflow.work import Work

_LATE = (
    N_("Delivered {day}, {count} day after the deadline."),
    N_("Delivered {day}, {count} days after the deadline."),
)
_IN_TIME = N_("Delivered {day}, within the deadline; recorded afterwards.")
_MISTAKEN = N_("The deadline had been recorded wrongly; it is {words}.")


def deliver(duty: Duty, command: commands.DeliverDuty, work: Work) -> None:
    """Say that it was handed over, which closes the deviations of the part that nobody took further."""
    day, stamp = taking.past(command.delivered_on, work), taking.stamp(command.by, work)
    duty.deliver(command.part, day, command.reference, stamp, command.delivered_by)
    part = duty.known(command.part)
    for deviation in duty.untouched_deviations(part):
        _close(duty, deviation, _how_late(day, deviation.missed), work, stamp)


def correct_deadline(duty: Duty, command: correction_commands.CorrectDeadline, work: Work) -> None:
    """Mend a deadline, which closes what the clock opened when the wrong one passed and the right has not."""
    fact = taking.deadline(duty, command.part, command.words, work)
    source = taking.written(command.source) if command.source.strip() else None
    stamp = taking.stamp(command.by, work)
    duty.correct_deadline(command.part, fact, command.reason, source, stamp)
    if fact.due is None or fact.due >= work.today:
        for deviation in duty.untouched_deviations(duty.known(command.part)):
            _close(duty, deviation, _said(_MISTAKEN, words=fact.text), work, stamp)


def correct_delivery(duty: Duty, command: correction_commands.CorrectDelivery, work: Work) -> None:
    """Mend a delivery."""
    day = taking.past(command.delivered_on, work) if command.delivered_on else None
    stamp = taking.stamp(command.by, work)
    duty.correct_delivery(command.part, day, command.reference, command.reason, stamp)


def correct_acceptance(duty: Duty, command: correction_commands.CorrectAcceptance, work: Work) -> None:
    """Mend an acceptance."""
    day = taking.past(command.accepted_on, work) if command.accepted_on else None
    duty.correct_acceptance(day, command.reference, command.reason, taking.stamp(command.by, work))


def _close(duty: Duty, deviation: Deviation, result: str, work: Work, stamp: Stamp) -> None:
    duty.close_deviation(deviation.id, work.today, result, stamp)


def _how_late(day: dt.date, missed: DeadlineFact | None) -> str:
    due = missed.due if missed else None
    late = (day - due).days if due else 0
    if late <= 0:
        return _said(_IN_TIME, day=f"{day:%d.%m.%Y}")
    counted = translator("nb").ngettext(*_LATE, late)
    return counted.format(day=f"{day:%d.%m.%Y}", count=late)


def _said(msgid: str, **facts: object) -> str:
    """Word a result; it is part of what is recorded, and is in bokmål as other recorded reasons are."""
    return translator("nb").gettext(msgid).format(**facts)

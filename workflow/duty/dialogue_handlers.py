"""From a command about the dialogue with the ministry to the decision of the duty."""

from __future__ import annotations

from workflow.duty import dialogue_commands as commands
from workflow.duty import taking
from workflow.duty.aggregate import Duty
from workflow.duty.state import Asked
from workflow.work import Work


def request_postponement(duty: Duty, command: commands.RequestPostponement, work: Work) -> None:
    """Read the words and ask for that deadline."""
    wanted = taking.deadline(duty, command.part, command.words, work)
    day = taking.past(command.requested_on, work)
    asked = Asked(wanted, day, command.reason, command.reference)
    duty.request_postponement(command.part, asked, taking.stamp(command.by, work))


def refuse_postponement(duty: Duty, command: commands.RefusePostponement, work: Work) -> None:
    """Take down the ministry's no."""
    day, stamp = taking.past(command.refused_on, work), taking.stamp(command.by, work)
    duty.refuse_postponement(command.part, day, command.reason, command.reference, stamp)


def inquire(duty: Duty, command: commands.InquireDeadline, work: Work) -> None:
    """Take down that we asked."""
    day, stamp = taking.past(command.inquired_on, work), taking.stamp(command.by, work)
    duty.inquire(command.part, day, command.reference, command.note, stamp)


def confirm_in_writing(duty: Duty, command: commands.ConfirmInWriting, work: Work) -> None:
    """Take down where it is in writing."""
    day, stamp = taking.past(command.confirmed_on, work), taking.stamp(command.by, work)
    duty.confirm_in_writing(day, taking.written(command.source), stamp)

"""What may not be done with a year, one class for each rule."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class YearIsClosed(Refusal):
    """What a closed year counts is what the report told the ministry."""

    code = "year-is-closed"
    message = N_(
        "{year} is closed, and this would change what its report says. "
        "Reopen it first: fristvakt year reopen {year} --reason TEXT"
    )


class YearNotOver(Refusal):
    """Until the last day is over, something may still fall due, or come in."""

    code = "year-not-over"
    message = N_("{year} is not over, and can be closed from 1 January {next}.")


class YearUndecided(Refusal):
    """Something of the year waits for a decision."""

    code = "year-undecided"
    message = N_(
        "{year} cannot be closed before everything is decided; {count} left. They are shown by: "
        "fristvakt year status {year}"
    )


class CheckpointTooOld(Refusal):
    """The seal does not cover everything that the year's report says, or is not one of ours."""

    code = "checkpoint-too-old"
    message = N_(
        "{year} was not closed: something about it was recorded after the trail was sealed. Close it again."
    )


class YearNotClosed(Refusal):
    """Only what is closed can be reopened."""

    code = "year-not-closed"
    message = N_("{year} is not closed.")


class WhereMissing(Refusal):
    """A tick without a place cannot be looked up."""

    code = "where-missing"
    message = N_("Say where in the report the demand is met.")


class NotTicked(Refusal):
    """What is not ticked has no tick to take away."""

    code = "not-ticked"
    message = N_("The demand is not ticked.")

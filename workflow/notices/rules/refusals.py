"""What may not be a rule for notices, one class for each reason."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class StepTwice(Refusal):
    """A ladder has one step a day."""

    code = "step-twice"
    message = N_("The ladder has the same day twice.")


class StepTooFar(Refusal):
    """A step is near enough to its deadline to be about it."""

    code = "step-too-far"
    message = N_("A step is at most {most} working days from the deadline.")


class LevelsOutOfRange(Refusal):
    """Nobody has ten managers above them."""

    code = "levels-out-of-range"
    message = N_("A step goes from 0 to 9 levels up.")


class LeadTimesOutOfOrder(Refusal):
    """The unit has it before the director, and the director before the archive."""

    code = "lead-times-out-of-order"
    message = N_(
        "The lead times must come in order: the unit at least as early as the director, and the director at "
        "least as early as the archive; none is below 0 or above 250 working days."
    )


class PauseIsOver(Refusal):
    """A pause ends today or later."""

    code = "pause-is-over"
    message = N_("{until} has passed: a pause lasts until today or a later day.")


class PauseWithoutReason(Refusal):
    """Silence is accounted for."""

    code = "pause-without-reason"
    message = N_("Write why notices are paused.")

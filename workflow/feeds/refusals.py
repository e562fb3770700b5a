"""What may not be done with subscriptions, one class for each rule."""

from __future__ import annotations

from workflow.language import N_
from workflow.refusals import Refusal


class UnknownSubscription(Refusal):
    """What is revoked is a subscription."""

    code = "unknown-subscription"
    message = N_("There is no subscription «{subscription}». «fristvakt feed list» shows them.")


class AlreadyRevoked(Refusal):
    """A subscription is revoked once."""

    code = "already-revoked"
    message = N_("The subscription «{subscription}» was revoked before.")


class UnitUnknown(Refusal):
    """Whoever asks for the calendar of their unit has one."""

    code = "no-unit"
    message = N_("{name} has no unit in the directory. Name the unit, or import people with their units.")


class FilterUnclear(Refusal):
    """A filter says what it shows."""

    code = "filter-unclear"
    message = N_(
        "«{part}» is no filter. Write all, mine, my-unit, unit:NAME, goal:N, assignments, reports or"
        " meetings; several are divided by comma."
    )

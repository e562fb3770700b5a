"""What may not be done with a duty, one class for each rule."""

from __future__ import annotations

from workflow.language import N_
from workflow.lifecycle import State
from workflow.refusals import Refusal


class AlreadyDelivered(Refusal):
    """What has been delivered has no deadline left to move and cannot be delivered otherwise."""

    code = "already-delivered"
    message = N_("{duty} has already been delivered.")


class AlreadyAccepted(Refusal):
    """What the ministry has accepted is closed."""

    code = "already-accepted"
    message = N_("{duty} has already been accepted.")


class AlreadyWithdrawn(Refusal):
    """What has been withdrawn is closed."""

    code = "already-withdrawn"
    message = N_("{duty} has been withdrawn.")


class CarriedOver(Refusal):
    """What was carried over lives on under the next letter."""

    code = "carried-over"
    message = N_("{duty} was carried over to the next letter.")


class NotDelivered(Refusal):
    """Only what has been delivered can be accepted or returned."""

    code = "not-delivered"
    message = N_("{duty} has not been delivered yet.")


class UnknownPart(Refusal):
    """A duty has the parts its source gave it, and no others."""

    code = "unknown-part"
    message = N_("{duty} has no part «{part}»; it has: {parts}.")


class DeadlineAlreadySet(Refusal):
    """A deadline that stands is moved with a reason, never set again."""

    code = "deadline-already-set"
    message = N_("{duty} already has a deadline here: {words}. Postpone it, with reason and source.")


class SameDeadline(Refusal):
    """A deadline cannot be moved to where it stands."""

    code = "same-deadline"
    message = N_("{duty} already has this deadline: {words}.")


class ImpossibleDeadline(Refusal):
    """A day that does not exist never enters a duty."""

    code = "impossible-deadline"
    message = N_("«{words}» is a day that does not exist. Ask the ministry, or give another deadline.")


class AmbiguousDeadline(Refusal):
    """Words with two readings are asked about, never guessed at."""

    code = "ambiguous-deadline"
    message = N_("«{words}» can be read in more than one way. Write the day in full.")


class UnreadableDeadline(Refusal):
    """A deadline must be in words that the calendar understands."""

    code = "unreadable-deadline"
    message = N_("«{words}» is not a deadline we can read. Write for example «15.03.2027» or «medio mai».")


class RecurringDeadline(Refusal):
    """A rhythm belongs to a series; a single delivery has a single deadline."""

    code = "recurring-deadline"
    message = N_("«{words}» recurs, and {duty} is a single delivery.")


class NotRecurring(Refusal):
    """A series is moved by giving it another rhythm."""

    code = "not-recurring"
    message = N_("{duty} recurs; «{words}» is no rhythm. Write «hver mandag», or move one report.")


class SeriesHasNoDelivery(Refusal):
    """A series is delivered report by report."""

    code = "series-has-no-delivery"
    message = N_("{duty} is a series: choose the report that it concerns.")


class ReasonMissing(Refusal):
    """What changes a duty says why."""

    code = "reason-missing"
    message = N_("A reason is required.")


class SourceMissing(Refusal):
    """What moves a deadline names the written source."""

    code = "source-missing"
    message = N_("A written source is required, such as a case number: a deadline is moved in writing.")


class ApprovalMissing(Refusal):
    """A duty lapses only with the ministry's approval."""

    code = "approval-missing"
    message = N_("{duty} lapses only with the ministry's approval: give its reference.")


class DayInFuture(Refusal):
    """What is recorded as done has happened."""

    code = "day-in-future"
    message = N_("{day} has not come yet.")


class YearNotVerified(Refusal):
    """Working days are given only for years whose holidays have been checked."""

    code = "year-not-verified"
    message = N_("Public holidays for {year} have not been checked; the calendar reaches to {last}.")


class UnknownDuty(Refusal):
    """A command names a duty that exists."""

    code = "unknown-duty"
    message = N_("There is no duty with the id {duty}.")


_BY_STATE: dict[State, type[Refusal]] = {
    State.DELIVERED: AlreadyDelivered,
    State.ACCEPTED: AlreadyAccepted,
    State.WITHDRAWN: AlreadyWithdrawn,
    State.CARRIED_OVER: CarriedOver,
}


def not_allowed(duty: str, state: State) -> Refusal:
    """Give the refusal of a step that the table of the life of a duty lacks from this state.

    Of what has not been delivered, only accepting and returning are refused.
    """
    return _BY_STATE.get(state, NotDelivered)(duty=duty)

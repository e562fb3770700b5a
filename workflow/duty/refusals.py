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


class NotAccepted(Refusal):
    """Only an acceptance that was recorded can be corrected."""

    code = "not-accepted"
    message = N_("{duty} has not been accepted.")


class NothingToReopen(Refusal):
    """Only what has ended, or was delivered, can be taken up again."""

    code = "nothing-to-reopen"
    message = N_("{duty} has not ended: there is nothing to reopen.")


class SuccessorMissing(Refusal):
    """What is carried over rests on the next letter, or on the duty there."""

    code = "successor-missing"
    message = N_("Say where {duty} lives on: the duty in the next letter, or the letter's reference.")


class OwnSuccessor(Refusal):
    """A duty is carried over to another one."""

    code = "own-successor"
    message = N_("{duty} cannot be carried over to itself.")


class OwnDeputy(Refusal):
    """The owner's deputy is somebody else."""

    code = "own-deputy"
    message = N_("The owner of {duty} cannot be the deputy too.")


class CommentMissing(Refusal):
    """A comment says something."""

    code = "comment-missing"
    message = N_("Write the comment.")


class NoDeadline(Refusal):
    """Only a deadline that was recorded can be corrected."""

    code = "no-deadline"
    message = N_("{duty} has no deadline to correct.")


class NothingAsked(Refusal):
    """The ministry says no to what it was asked for."""

    code = "nothing-asked"
    message = N_("No other deadline has been requested for {duty}.")


class NotOral(Refusal):
    """Only what was given by word of mouth is confirmed in writing."""

    code = "not-oral"
    message = N_("{duty} was not given orally.")


class AlreadyInWriting(Refusal):
    """What has been put in writing is."""

    code = "already-in-writing"
    message = N_("{duty} has already been confirmed in writing: {reference}.")


class NoDeviation(Refusal):
    """There is no deviation to go on with."""

    code = "no-deviation"
    message = N_("{duty} has no deviation.")


class NoSuchDeviation(Refusal):
    """The deviations of a duty are numbered from 1."""

    code = "no-such-deviation"
    message = N_("{duty} has no deviation {deviation}; it has {count}.")


class SeveralDeviations(Refusal):
    """Where several deviations are open, one is chosen."""

    code = "several-deviations"
    message = N_("{duty} has several open deviations: {numbers}. Choose one by its number.")


class DeviationIsClosed(Refusal):
    """A closed deviation is over; what is found out later is a new one."""

    code = "deviation-is-closed"
    message = N_("Deviation {deviation} of {duty} is closed.")


class DescriptionMissing(Refusal):
    """A deviation has a cause and a consequence."""

    code = "description-missing"
    message = N_("Write both what caused the deviation and what follows from it.")


class HowMissing(Refusal):
    """The trail says how the ministry was told."""

    code = "how-missing"
    message = N_("Write how the ministry was told.")


class ResultMissing(Refusal):
    """A deviation is closed with its result."""

    code = "result-missing"
    message = N_("Write the result.")


class OpenMeasures(Refusal):
    """A deviation is closed when its measures are."""

    code = "open-measures"
    message = N_(
        "Deviation {deviation} of {duty} has open measures: {numbers}. Complete, or drop, them first."
    )


class MeasureMissing(Refusal):
    """A measure says what is to be done."""

    code = "measure-missing"
    message = N_("Write what the measure is.")


class NoSuchMeasure(Refusal):
    """The measures of a deviation are numbered from 1."""

    code = "no-such-measure"
    message = N_("Deviation {deviation} of {duty} has no measure {number}; it has {count}.")


class MeasureIsOver(Refusal):
    """A measure that is completed or dropped is over."""

    code = "measure-is-over"
    message = N_("Measure {number} of deviation {deviation} is over already.")


class DayMissing(Refusal):
    """A measure has one day by which it is due."""

    code = "day-missing"
    message = N_("«{words}» is not one day. Write for example «15.09.2026» or «innen utgangen av mai».")


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

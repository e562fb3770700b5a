"""The stream of one assignment (oppdrag, FoU-oppdrag, standing rule)."""

from __future__ import annotations

from typing import ClassVar

from events.vocabulary import correction, deviation, dialogue, duty


class AssignmentGiven(duty.DutyGiven):
    """The ministry gave an assignment."""

    TOPIC: ClassVar[str] = "assignment.given"


class AssignmentRestated(duty.DutyRestated):
    """A later source says it in other words."""

    TOPIC: ClassVar[str] = "assignment.restated"


class AssignmentDeadlineSet(duty.DeadlineSet):
    """A part got a deadline."""

    TOPIC: ClassVar[str] = "assignment.deadline-set"


class AssignmentDeadlinePostponed(duty.DeadlinePostponed):
    """A part's deadline was moved."""

    TOPIC: ClassVar[str] = "assignment.deadline-postponed"


class AssignmentDeadlineDropped(duty.DeadlineDropped):
    """A part's deadline no longer stands."""

    TOPIC: ClassVar[str] = "assignment.deadline-dropped"


class AssignmentOwnerAssigned(duty.OwnerAssigned):
    """Who answers for it."""

    TOPIC: ClassVar[str] = "assignment.owner-assigned"


class AssignmentStarted(duty.DutyStarted):
    """Work has begun."""

    TOPIC: ClassVar[str] = "assignment.started"


class AssignmentDelivered(duty.DutyDelivered):
    """A part, or the whole, was delivered."""

    TOPIC: ClassVar[str] = "assignment.delivered"


class AssignmentReturned(duty.DutyReturned):
    """The ministry sent it back."""

    TOPIC: ClassVar[str] = "assignment.returned"


class AssignmentAccepted(duty.DutyAccepted):
    """The ministry accepted it."""

    TOPIC: ClassVar[str] = "assignment.accepted"


class AssignmentWithdrawn(duty.DutyWithdrawn):
    """The ministry approved that it lapses."""

    TOPIC: ClassVar[str] = "assignment.withdrawn"


class AssignmentAccessRestricted(duty.AccessRestricted):
    """Its title is shielded."""

    TOPIC: ClassVar[str] = "assignment.access-restricted"


class AssignmentAccessOpened(duty.AccessOpened):
    """Its title is open again."""

    TOPIC: ClassVar[str] = "assignment.access-opened"


class AssignmentCarriedOver(duty.DutyCarriedOver):
    """It lives on under the next letter."""

    TOPIC: ClassVar[str] = "assignment.carried-over"


class AssignmentReopened(duty.DutyReopened):
    """It is to be worked on again."""

    TOPIC: ClassVar[str] = "assignment.reopened"


class AssignmentDeputyAssigned(duty.DeputyAssigned):
    """Who stands in for the owner."""

    TOPIC: ClassVar[str] = "assignment.deputy-assigned"


class AssignmentCommented(duty.DutyCommented):
    """A person wrote something down about it."""

    TOPIC: ClassVar[str] = "assignment.commented"


class AssignmentPostponementRequested(dialogue.PostponementRequested):
    """We asked for another deadline."""

    TOPIC: ClassVar[str] = "assignment.postponement-requested"


class AssignmentPostponementRefused(dialogue.PostponementRefused):
    """The ministry said no to another deadline."""

    TOPIC: ClassVar[str] = "assignment.postponement-refused"


class AssignmentDeadlineInquired(dialogue.DeadlineInquired):
    """We asked when it is due."""

    TOPIC: ClassVar[str] = "assignment.deadline-inquired"


class AssignmentConfirmedInWriting(dialogue.ConfirmedInWriting):
    """What was given orally was put in writing."""

    TOPIC: ClassVar[str] = "assignment.confirmed-in-writing"


class AssignmentDeadlineCorrected(correction.DeadlineCorrected):
    """A deadline had been written down wrongly."""

    TOPIC: ClassVar[str] = "assignment.deadline-corrected"


class AssignmentDeliveryCorrected(correction.DeliveryCorrected):
    """A delivery had been written down wrongly."""

    TOPIC: ClassVar[str] = "assignment.delivery-corrected"


class AssignmentAcceptanceCorrected(correction.AcceptanceCorrected):
    """An acceptance had been written down wrongly."""

    TOPIC: ClassVar[str] = "assignment.acceptance-corrected"


class AssignmentDeadlineMissed(deviation.DeadlineMissed):
    """The clock saw a deadline pass undelivered."""

    TOPIC: ClassVar[str] = "assignment.deadline-missed"


class AssignmentDeviationReported(deviation.DeviationReported):
    """A person reported a deviation."""

    TOPIC: ClassVar[str] = "assignment.deviation-reported"


class AssignmentDeviationDescribed(deviation.DeviationDescribed):
    """A deviation got its cause, consequence or weight."""

    TOPIC: ClassVar[str] = "assignment.deviation-described"


class AssignmentMeasureProposed(deviation.MeasureProposed):
    """One more corrective measure."""

    TOPIC: ClassVar[str] = "assignment.measure-proposed"


class AssignmentMeasureMoved(deviation.MeasureMoved):
    """A measure got another day."""

    TOPIC: ClassVar[str] = "assignment.measure-moved"


class AssignmentMeasureCompleted(deviation.MeasureCompleted):
    """A measure was carried out."""

    TOPIC: ClassVar[str] = "assignment.measure-completed"


class AssignmentMeasureDropped(deviation.MeasureDropped):
    """A measure will not be carried out."""

    TOPIC: ClassVar[str] = "assignment.measure-dropped"


class AssignmentMinistryTold(deviation.MinistryTold):
    """The ministry was told of a deviation."""

    TOPIC: ClassVar[str] = "assignment.ministry-told"


class AssignmentDeviationClosed(deviation.DeviationClosed):
    """A deviation is over."""

    TOPIC: ClassVar[str] = "assignment.deviation-closed"

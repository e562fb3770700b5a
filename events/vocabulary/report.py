"""The stream of one report: one delivery for one period, alone or opened by a series."""

from __future__ import annotations

from typing import ClassVar

from events.vocabulary import correction, deviation, dialogue, duty


class ReportOpened(duty.DutyGiven):
    """A report is owed."""

    TOPIC: ClassVar[str] = "report.opened"


class ReportRestated(duty.DutyRestated):
    """A later source says it in other words."""

    TOPIC: ClassVar[str] = "report.restated"


class ReportDeadlineSet(duty.DeadlineSet):
    """A part got a deadline."""

    TOPIC: ClassVar[str] = "report.deadline-set"


class ReportDeadlinePostponed(duty.DeadlinePostponed):
    """A part's deadline was moved."""

    TOPIC: ClassVar[str] = "report.deadline-postponed"


class ReportDeadlineDropped(duty.DeadlineDropped):
    """A part's deadline no longer stands."""

    TOPIC: ClassVar[str] = "report.deadline-dropped"


class ReportOwnerAssigned(duty.OwnerAssigned):
    """Who answers for it."""

    TOPIC: ClassVar[str] = "report.owner-assigned"


class ReportStarted(duty.DutyStarted):
    """Work has begun."""

    TOPIC: ClassVar[str] = "report.started"


class ReportDelivered(duty.DutyDelivered):
    """A part, or the whole, was delivered."""

    TOPIC: ClassVar[str] = "report.delivered"


class ReportReturned(duty.DutyReturned):
    """The ministry sent it back."""

    TOPIC: ClassVar[str] = "report.returned"


class ReportAccepted(duty.DutyAccepted):
    """The ministry accepted it."""

    TOPIC: ClassVar[str] = "report.accepted"


class ReportWithdrawn(duty.DutyWithdrawn):
    """The ministry approved that it lapses."""

    TOPIC: ClassVar[str] = "report.withdrawn"


class ReportAccessRestricted(duty.AccessRestricted):
    """Its title is shielded."""

    TOPIC: ClassVar[str] = "report.access-restricted"


class ReportAccessOpened(duty.AccessOpened):
    """Its title is open again."""

    TOPIC: ClassVar[str] = "report.access-opened"


class ReportCarriedOver(duty.DutyCarriedOver):
    """It lives on under the next letter."""

    TOPIC: ClassVar[str] = "report.carried-over"


class ReportReopened(duty.DutyReopened):
    """It is to be worked on again."""

    TOPIC: ClassVar[str] = "report.reopened"


class ReportDeputyAssigned(duty.DeputyAssigned):
    """Who stands in for the owner."""

    TOPIC: ClassVar[str] = "report.deputy-assigned"


class ReportCommented(duty.DutyCommented):
    """A person wrote something down about it."""

    TOPIC: ClassVar[str] = "report.commented"


class ReportPostponementRequested(dialogue.PostponementRequested):
    """We asked for another deadline."""

    TOPIC: ClassVar[str] = "report.postponement-requested"


class ReportPostponementRefused(dialogue.PostponementRefused):
    """The ministry said no to another deadline."""

    TOPIC: ClassVar[str] = "report.postponement-refused"


class ReportDeadlineInquired(dialogue.DeadlineInquired):
    """We asked when it is due."""

    TOPIC: ClassVar[str] = "report.deadline-inquired"


class ReportConfirmedInWriting(dialogue.ConfirmedInWriting):
    """What was given orally was put in writing."""

    TOPIC: ClassVar[str] = "report.confirmed-in-writing"


class ReportDeadlineCorrected(correction.DeadlineCorrected):
    """A deadline had been written down wrongly."""

    TOPIC: ClassVar[str] = "report.deadline-corrected"


class ReportDeliveryCorrected(correction.DeliveryCorrected):
    """A delivery had been written down wrongly."""

    TOPIC: ClassVar[str] = "report.delivery-corrected"


class ReportAcceptanceCorrected(correction.AcceptanceCorrected):
    """An acceptance had been written down wrongly."""

    TOPIC: ClassVar[str] = "report.acceptance-corrected"


class ReportDeadlineMissed(deviation.DeadlineMissed):
    """The clock saw a deadline pass undelivered."""

    TOPIC: ClassVar[str] = "report.deadline-missed"


class ReportDeviationReported(deviation.DeviationReported):
    """A person reported a deviation."""

    TOPIC: ClassVar[str] = "report.deviation-reported"


class ReportDeviationDescribed(deviation.DeviationDescribed):
    """A deviation got its cause, consequence or weight."""

    TOPIC: ClassVar[str] = "report.deviation-described"


class ReportMeasureProposed(deviation.MeasureProposed):
    """One more corrective measure."""

    TOPIC: ClassVar[str] = "report.measure-proposed"


class ReportMeasureMoved(deviation.MeasureMoved):
    """A measure got another day."""

    TOPIC: ClassVar[str] = "report.measure-moved"


class ReportMeasureCompleted(deviation.MeasureCompleted):
    """A measure was carried out."""

    TOPIC: ClassVar[str] = "report.measure-completed"


class ReportMeasureDropped(deviation.MeasureDropped):
    """A measure will not be carried out."""

    TOPIC: ClassVar[str] = "report.measure-dropped"


class ReportMinistryTold(deviation.MinistryTold):
    """The ministry was told of a deviation."""

    TOPIC: ClassVar[str] = "report.ministry-told"


class ReportDeviationClosed(deviation.DeviationClosed):
    """A deviation is over."""

    TOPIC: ClassVar[str] = "report.deviation-closed"

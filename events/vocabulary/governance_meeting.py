"""The stream of one governance meeting (styringsmøte)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal
from uuid import UUID

from events.vocabulary import correction, deviation, dialogue, duty
from events.vocabulary.base import Event

Reply = Literal["accepted", "declined", "tentative", "needs-action"]
"""What an attendee answered (RFC 5545 section 3.2.12, in lower case)."""


class MeetingPlanned(duty.DutyGiven):
    """A governance meeting is planned."""

    TOPIC: ClassVar[str] = "governance-meeting.planned"


class MeetingRestated(duty.DutyRestated):
    """A later source says it in other words."""

    TOPIC: ClassVar[str] = "governance-meeting.restated"


class MeetingDateSet(duty.DeadlineSet):
    """The meeting got a date, or a window until the day is known."""

    TOPIC: ClassVar[str] = "governance-meeting.date-set"


class MeetingMoved(duty.DeadlinePostponed):
    """The meeting was moved."""

    TOPIC: ClassVar[str] = "governance-meeting.moved"


class MeetingDateDropped(duty.DeadlineDropped):
    """The meeting has no date any more."""

    TOPIC: ClassVar[str] = "governance-meeting.date-dropped"


class MeetingOwnerAssigned(duty.OwnerAssigned):
    """Who answers for it."""

    TOPIC: ClassVar[str] = "governance-meeting.owner-assigned"


class MeetingPreparationStarted(duty.DutyStarted):
    """Agenda and papers are being made."""

    TOPIC: ClassVar[str] = "governance-meeting.preparation-started"


class MeetingHeld(duty.DutyDelivered):
    """The meeting was held."""

    TOPIC: ClassVar[str] = "governance-meeting.held"


class MinutesReturned(duty.DutyReturned):
    """The minutes came back with remarks."""

    TOPIC: ClassVar[str] = "governance-meeting.minutes-returned"


class MinutesApproved(duty.DutyAccepted):
    """The minutes were approved."""

    TOPIC: ClassVar[str] = "governance-meeting.minutes-approved"


class MeetingCancelled(duty.DutyWithdrawn):
    """The meeting will not be held."""

    TOPIC: ClassVar[str] = "governance-meeting.cancelled"


class MeetingAccessRestricted(duty.AccessRestricted):
    """Its title is shielded."""

    TOPIC: ClassVar[str] = "governance-meeting.access-restricted"


class MeetingAccessOpened(duty.AccessOpened):
    """Its title is open again."""

    TOPIC: ClassVar[str] = "governance-meeting.access-opened"


class MeetingCarriedOver(duty.DutyCarriedOver):
    """It lives on under the next letter."""

    TOPIC: ClassVar[str] = "governance-meeting.carried-over"


class MeetingReopened(duty.DutyReopened):
    """It is to be worked on again."""

    TOPIC: ClassVar[str] = "governance-meeting.reopened"


class MeetingDeputyAssigned(duty.DeputyAssigned):
    """Who stands in for the owner."""

    TOPIC: ClassVar[str] = "governance-meeting.deputy-assigned"


class MeetingCommented(duty.DutyCommented):
    """A person wrote something down about it."""

    TOPIC: ClassVar[str] = "governance-meeting.commented"


class MeetingPostponementRequested(dialogue.PostponementRequested):
    """We asked for another day."""

    TOPIC: ClassVar[str] = "governance-meeting.postponement-requested"


class MeetingPostponementRefused(dialogue.PostponementRefused):
    """The ministry said no to another deadline."""

    TOPIC: ClassVar[str] = "governance-meeting.postponement-refused"


class MeetingDeadlineInquired(dialogue.DeadlineInquired):
    """We asked when it is due."""

    TOPIC: ClassVar[str] = "governance-meeting.deadline-inquired"


class MeetingConfirmedInWriting(dialogue.ConfirmedInWriting):
    """What was given orally was put in writing."""

    TOPIC: ClassVar[str] = "governance-meeting.confirmed-in-writing"


class MeetingDeadlineCorrected(correction.DeadlineCorrected):
    """A deadline had been written down wrongly."""

    TOPIC: ClassVar[str] = "governance-meeting.deadline-corrected"


class MeetingDeliveryCorrected(correction.DeliveryCorrected):
    """A delivery had been written down wrongly."""

    TOPIC: ClassVar[str] = "governance-meeting.delivery-corrected"


class MeetingAcceptanceCorrected(correction.AcceptanceCorrected):
    """An acceptance had been written down wrongly."""

    TOPIC: ClassVar[str] = "governance-meeting.acceptance-corrected"


class MeetingDeadlineMissed(deviation.DeadlineMissed):
    """The clock saw a deadline pass undelivered."""

    TOPIC: ClassVar[str] = "governance-meeting.deadline-missed"


class MeetingDeviationReported(deviation.DeviationReported):
    """A person reported a deviation."""

    TOPIC: ClassVar[str] = "governance-meeting.deviation-reported"


class MeetingDeviationDescribed(deviation.DeviationDescribed):
    """A deviation got its cause, consequence or weight."""

    TOPIC: ClassVar[str] = "governance-meeting.deviation-described"


class MeetingMeasureProposed(deviation.MeasureProposed):
    """One more corrective measure."""

    TOPIC: ClassVar[str] = "governance-meeting.measure-proposed"


class MeetingMeasureMoved(deviation.MeasureMoved):
    """A measure got another day."""

    TOPIC: ClassVar[str] = "governance-meeting.measure-moved"


class MeetingMeasureCompleted(deviation.MeasureCompleted):
    """A measure was carried out."""

    TOPIC: ClassVar[str] = "governance-meeting.measure-completed"


class MeetingMeasureDropped(deviation.MeasureDropped):
    """A measure will not be carried out."""

    TOPIC: ClassVar[str] = "governance-meeting.measure-dropped"


class MeetingMinistryTold(deviation.MinistryTold):
    """The ministry was told of a deviation."""

    TOPIC: ClassVar[str] = "governance-meeting.ministry-told"


class MeetingDeviationClosed(deviation.DeviationClosed):
    """A deviation is over."""

    TOPIC: ClassVar[str] = "governance-meeting.deviation-closed"


class MeetingArranged(Event):
    """Where it is held, and between which times of its day (Europe/Oslo)."""

    TOPIC: ClassVar[str] = "governance-meeting.arranged"

    place: str
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None


class AgendaSettled(Event):
    """The agenda was settled, normally at least a week before the meeting."""

    TOPIC: ClassVar[str] = "governance-meeting.agenda-settled"

    settled_on: dt.date
    agenda: str
    reference: str = ""


class MinutesDrafted(Event):
    """The minutes were drafted and sent for approval."""

    TOPIC: ClassVar[str] = "governance-meeting.minutes-drafted"

    drafted_on: dt.date
    reference: str = ""


class DecisionRecorded(Event):
    """The meeting decided something; `duty` is the assignment that it became."""

    TOPIC: ClassVar[str] = "governance-meeting.decision-recorded"

    number: int
    text: str
    duty: UUID | None = None


class AttendeesInvited(Event):
    """These people (opaque ids) are invited to the meeting as it stands; the rest no longer are.

    `sequence` grows with every invitation, update and cancellation (RFC 5546 section 2.1.4).
    """

    TOPIC: ClassVar[str] = "governance-meeting.attendees-invited"

    sequence: int
    attendees: tuple[str, ...]


class InvitationsCancelled(Event):
    """These people were told that they are no longer invited, or that it is cancelled."""

    TOPIC: ClassVar[str] = "governance-meeting.invitations-cancelled"

    sequence: int
    attendees: tuple[str, ...]
    reason: str


class AttendeeReplied(Event):
    """An invited person answered."""

    TOPIC: ClassVar[str] = "governance-meeting.attendee-replied"

    attendee: str
    reply: Reply
    sequence: int
    replied_at: dt.datetime
    comment: str = ""

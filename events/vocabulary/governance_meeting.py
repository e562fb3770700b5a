"""The stream of one governance meeting (styringsmøte)."""

from __future__ import annotations

from typing import ClassVar

from events.vocabulary import duty


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

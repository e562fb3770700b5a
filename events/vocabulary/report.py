"""The stream of one report: one delivery for one period, alone or opened by a series."""

from __future__ import annotations

from typing import ClassVar

from events.vocabulary import duty


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

"""The stream of one assignment (oppdrag, FoU-oppdrag, standing rule)."""

from __future__ import annotations

from typing import ClassVar

from events.vocabulary import duty


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

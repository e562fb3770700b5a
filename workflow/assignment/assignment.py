"""An assignment (oppdrag, FoU-oppdrag, standing rule): delivered when its parts are."""

from __future__ import annotations

from events.vocabulary import assignment as told
from workflow.duty.aggregate import Duty
from workflow.duty.stream import Stream


class Assignment(Duty):
    """An assignment (oppdrag, FoU-oppdrag, standing rule): delivered when its parts are."""

    TOPIC = "assignment"
    STREAM = Stream(
        given=told.AssignmentGiven,
        restated=told.AssignmentRestated,
        deadline_set=told.AssignmentDeadlineSet,
        deadline_postponed=told.AssignmentDeadlinePostponed,
        deadline_dropped=told.AssignmentDeadlineDropped,
        owner_assigned=told.AssignmentOwnerAssigned,
        started=told.AssignmentStarted,
        delivered=told.AssignmentDelivered,
        returned=told.AssignmentReturned,
        accepted=told.AssignmentAccepted,
        withdrawn=told.AssignmentWithdrawn,
        access_restricted=told.AssignmentAccessRestricted,
        access_opened=told.AssignmentAccessOpened,
    )

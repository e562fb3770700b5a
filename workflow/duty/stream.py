"""Which event classes a stream uses for the shapes that all duties share."""

from __future__ import annotations

from dataclasses import dataclass

from events.vocabulary import duty


@dataclass(frozen=True, slots=True)
class Stream:
    """The event classes of one kind of duty, one for each shape."""

    given: type[duty.DutyGiven]
    restated: type[duty.DutyRestated]
    deadline_set: type[duty.DeadlineSet]
    deadline_postponed: type[duty.DeadlinePostponed]
    deadline_dropped: type[duty.DeadlineDropped]
    owner_assigned: type[duty.OwnerAssigned]
    started: type[duty.DutyStarted]
    delivered: type[duty.DutyDelivered]
    returned: type[duty.DutyReturned]
    accepted: type[duty.DutyAccepted]
    withdrawn: type[duty.DutyWithdrawn]
    access_restricted: type[duty.AccessRestricted]
    access_opened: type[duty.AccessOpened]

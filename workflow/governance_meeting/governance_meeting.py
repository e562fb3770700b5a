"""A governance meeting: planned, prepared, held, its minutes approved; the same life as any duty."""

from __future__ import annotations

from events.vocabulary import governance_meeting as told
from workflow.duty.aggregate import Duty
from workflow.duty.stream import Stream


class GovernanceMeeting(Duty):
    """A governance meeting: planned, prepared, held, its minutes approved; the same life as any duty."""

    TOPIC = "governance-meeting"
    STREAM = Stream(
        given=told.MeetingPlanned,
        restated=told.MeetingRestated,
        deadline_set=told.MeetingDateSet,
        deadline_postponed=told.MeetingMoved,
        deadline_dropped=told.MeetingDateDropped,
        owner_assigned=told.MeetingOwnerAssigned,
        started=told.MeetingPreparationStarted,
        delivered=told.MeetingHeld,
        returned=told.MinutesReturned,
        accepted=told.MinutesApproved,
        withdrawn=told.MeetingCancelled,
        access_restricted=told.MeetingAccessRestricted,
        access_opened=told.MeetingAccessOpened,
    )

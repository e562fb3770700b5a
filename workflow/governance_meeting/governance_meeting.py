"""A governance meeting: planned, prepared, held, its minutes approved; the same life as any duty."""

from __future__ import annotations

from events.vocabulary import governance_meeting as told
from workflow.duty.aggregate import Duty
from workflow.duty.stream import stream_of


class GovernanceMeeting(Duty):
    """A governance meeting: planned, prepared, held, its minutes approved; the same life as any duty."""

    TOPIC = "governance-meeting"
    STREAM = stream_of(told)

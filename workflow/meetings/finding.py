"""Meetings by id, or a refusal in the user's words."""

from __future__ import annotations

from uuid import UUID

from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.loading import load_duty
from workflow.meetings.refusals import NotAMeeting
from workflow.work import Work


def meeting_of(id: UUID, work: Work) -> GovernanceMeeting:
    """Give a meeting; refuses an id of anything else."""
    found = load_duty(work, id)
    if not isinstance(found, GovernanceMeeting):
        raise NotAMeeting(duty=found.reference)
    return found

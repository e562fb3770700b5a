"""A meeting is not moved away from what hangs on it: that is shown first, and confirmed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workflow.duty.aggregate import Duty
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.meetings.anchoring import Anchor, anchored
from workflow.meetings.moving import dependents
from workflow.meetings.refusals import LeavesBehind
from workflow.work import Outcome, Work

Deciding = Callable[[Duty, Any, Work], Outcome | None]


def leaving_nothing(decide: Deciding) -> Deciding:
    """Let a decision about a duty be, unless it leaves behind what is counted from a meeting's day.

    A meeting that loses its day leaves the others where they are, until it has one again.
    """

    def decided(duty: Duty, command: Any, work: Work) -> Outcome | None:
        outcome = decide(duty, command, work)
        if isinstance(duty, GovernanceMeeting) and duty.pending_events and duty.day is not None:
            _refuse_left_behind(duty, work)
        return outcome

    return decided


def _refuse_left_behind(meeting: GovernanceMeeting, work: Work) -> None:
    anchor = Anchor(meeting.id, meeting.day)
    left = [
        duty.named(part)
        for duty, part, stands in dependents(meeting, work)
        if duty.parts[part].delivered_on is None and anchored(stands, anchor).day != stands.day
    ]
    if left:
        raise LeavesBehind(meeting=meeting.reference, duties=", ".join(left))

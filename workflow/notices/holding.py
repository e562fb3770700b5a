"""Does a notice still hold when its mail is written? It does while the planner would plan it as it stands."""

from __future__ import annotations

from dataclasses import replace

from projections.engine.duty.state import Duty
from workflow.notices.model import Notice, SkipReason
from workflow.notices.planning.catalogue import PLANNERS
from workflow.notices.planning.standing import DONE, has_ended
from workflow.notices.planning.surroundings import Surroundings


def lapsed(notice: Notice, duty: Duty | None, around: Surroundings) -> SkipReason | None:
    """Tell why a notice about a duty no longer holds; None while it does.

    The planner that planned it is asked again for its day: no second set of rules can differ
    from the first. Pauses and hours were minded when it was raised.
    """
    if duty is None:
        return SkipReason.ENDED
    that_day = replace(around, first=notice.due_on, last=notice.due_on)
    if any(each.notice.place == notice.place for each in PLANNERS[notice.kind](duty, that_day)):
        return None
    return _reason(notice, duty)


def _reason(notice: Notice, duty: Duty) -> SkipReason:
    if has_ended(duty):
        return SkipReason.ENDED
    part = duty.parts.get(notice.subject)
    if duty.state in DONE or (part is not None and part.delivered_on is not None):
        return SkipReason.DELIVERED
    if part is not None and part.dropped:
        return SkipReason.ENDED
    if part is not None and part.history and str(part.history[-1].number) != notice.version:
        return SkipReason.MOVED
    return SkipReason.SETTLED

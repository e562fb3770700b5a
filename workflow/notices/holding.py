"""Does a notice still hold when its mail is written? It does while the planner would plan it as it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from calendars.days import UnverifiedYear
from projections.engine.duty.state import Duty
from projections.notices.queries import NoticeRow
from workflow.notices.model import Notice, SkipReason
from workflow.notices.notice import NoticeState
from workflow.notices.planner import LADDERS
from workflow.notices.planning.catalogue import PLANNERS
from workflow.notices.planning.standing import DONE, has_ended
from workflow.notices.planning.surroundings import Surroundings

_SAID = (NoticeState.RAISED, NoticeState.SENT)


def lapsed(notice: Notice, duty: Duty | None, around: Surroundings) -> SkipReason | None:
    """Tell why a notice about a duty no longer holds; None while it does.

    The planner that planned it is asked again for its day: no second set of rules can differ
    from the first. Pauses and hours were minded when it was raised.
    """
    if duty is None:
        return SkipReason.ENDED
    that_day = replace(around, first=notice.due_on, last=notice.due_on)
    try:
        if any(each.notice.place == notice.place for each in PLANNERS[notice.kind](duty, that_day)):
            return None
    except UnverifiedYear:  # nothing new can be planned of the duty; what was raised before still holds
        return None
    return _reason(notice, duty)


def overtaken(notice: Notice, raised: Iterable[NoticeRow]) -> bool:
    """Tell whether a later step of the same ladder was raised while the mail was held up."""
    ladder = (notice.kind, notice.subject)
    return notice.kind in LADDERS and any(
        (each.kind, each.subject) == ladder and each.due_on > notice.due_on and each.state in _SAID
        for each in raised
    )


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

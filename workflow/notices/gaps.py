"""How often the reports of a series come, so that none is spoken of before the one before it is due."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from uuid import UUID

from projections.engine.duty.state import Duty
from workflow.notices.working_days import WorkingDays


def gaps_of(duties: Iterable[Duty], calendar: WorkingDays) -> dict[UUID, int]:
    """Give the working days between each occurrence of a series and the one before, by its id.

    The first one known is given the gap to the one after it; one that stands alone has none.
    """
    series: dict[UUID, list[tuple[dt.date, UUID]]] = defaultdict(list)
    for duty in duties:
        day = _opened_for(duty)
        if day is not None and duty.parent is not None:
            series[duty.parent].append((day, duty.id))
    found: dict[UUID, int] = {}
    for occurrences in series.values():
        for (before, first), (after, second) in pairwise(sorted(occurrences)):
            found[second] = calendar.between(before, after)
            found.setdefault(first, found[second])
    return found


def _opened_for(duty: Duty) -> dt.date | None:
    """Give the day that a series opened the duty for: its reference ends with it (`workflow.recurring`)."""
    first = duty.parts[""].first if "" in duty.parts else None
    day = first.due if first else None
    return day if day and duty.reference.rpartition("/")[2] == day.isoformat() else None

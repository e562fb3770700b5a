"""How often the reports of a series come, so that none is spoken of before the one before it is due."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from statistics import median_high
from uuid import UUID

from projections.engine.duty.state import Duty
from workflow.notices.working_days import WorkingDays


def gaps_of(duties: Iterable[Duty], calendar: WorkingDays) -> dict[UUID, int]:
    """Give the usual gap (the median) between the occurrences of a series, in working days, by their ids.

    One number for the whole series: `duties` are those that are open, and neither what was delivered
    meanwhile nor a holiday changes another occurrence's ladder. One that stands alone has none.
    """
    series: dict[UUID, list[tuple[dt.date, UUID]]] = defaultdict(list)
    for duty in duties:
        day = _opened_for(duty)
        if day is not None and duty.parent is not None:
            series[duty.parent].append((day, duty.id))
    found: dict[UUID, int] = {}
    for occurrences in series.values():
        days = sorted({day for day, _ in occurrences})
        gaps = [calendar.between(*pair) for pair in pairwise(days)]
        if gaps:
            found.update((occurrence, median_high(gaps)) for _, occurrence in occurrences)
    return found


def _opened_for(duty: Duty) -> dt.date | None:
    """Give the day that a series opened the duty for: its reference ends with it (`workflow.recurring`).

    A deadline that was moved or corrected since leaves the rhythm as it was.
    """
    try:
        return dt.date.fromisoformat(duty.reference.rpartition("/")[2])
    except ValueError:  # no series opened it
        return None

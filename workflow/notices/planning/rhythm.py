"""What comes back every so many working days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from calendars.days import LAST_VERIFIED_YEAR
from workflow.notices.planning.surroundings import Surroundings


def every(count: int, first: dt.date, around: Surroundings) -> Iterator[tuple[int, dt.date]]:
    """Give number (from 1) and day of each time among the days asked for, each `count` working days on."""
    number, day = 1, around.calendar.on_or_after(first)
    while day <= around.last and day.year <= LAST_VERIFIED_YEAR:
        if around.asks_for(day):
            yield number, day
        number, day = number + 1, around.calendar.after(day, count)

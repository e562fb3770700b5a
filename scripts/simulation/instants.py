"""The instants at which the year's clock stands still."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from calendars.zone import OSLO

HOURS = (6, 7, 8, 10, 14, 16)
ONE_DAY = dt.timedelta(days=1)
NIGHT = dt.time(2, 30)
"""Does not exist in the night the clocks go forward, and comes twice in the night they go back."""


def instants_of(first: dt.date, last: dt.date) -> Iterator[dt.datetime]:
    """Give every instant of the days, rising, aware and in UTC."""
    day = first
    while day <= last:
        yield from sorted({*_nights(day), *(at(day, hour) for hour in HOURS)})
        day += ONE_DAY


def at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """Give a clock time of a day in Norway as UTC."""
    return dt.datetime.combine(day, dt.time(hour, minute), OSLO).astimezone(dt.UTC)


def _nights(day: dt.date) -> Iterator[dt.datetime]:
    """Give 02:30 twice on the two nights that change the clock, and never else."""
    both = [dt.datetime.combine(day, NIGHT.replace(fold=fold), OSLO) for fold in (0, 1)]
    if both[0].utcoffset() != both[1].utcoffset():
        yield from (moment.astimezone(dt.UTC) for moment in both)

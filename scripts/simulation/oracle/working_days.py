"""Working days by another calendar than the service's own: the package `holidays`."""

from __future__ import annotations

import datetime as dt
from functools import cache

import holidays

ONE_DAY = dt.timedelta(days=1)
JOINT_HOLIDAY = range(28, 32)
"""ISO weeks of fellesferien."""


@cache
def _days_off(year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("NO", years=year, categories=("public",)))


def is_working_day(day: dt.date) -> bool:
    """Tell whether offices are open."""
    return day.weekday() < 5 and day not in _days_off(day.year)


def next_working_day(day: dt.date) -> dt.date:
    """Give the first working day on or after the day."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def last_working_day(day: dt.date) -> dt.date:
    """Give the last working day on or before the day."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def working_days_after(day: dt.date, count: int) -> dt.date:
    """Give the day `count` working days after the day, which itself counts as none."""
    for _ in range(count):
        day = next_working_day(day + ONE_DAY)
    return day


def working_days_before(day: dt.date, count: int) -> dt.date:
    """Give the day `count` working days before the day; weeks of fellesferie are stepped over."""
    while count:
        day -= ONE_DAY
        count -= is_working_day(day) and day.isocalendar().week not in JOINT_HOLIDAY
    return day

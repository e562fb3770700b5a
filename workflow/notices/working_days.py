"""Working days counted forwards and backwards, fast: all of the verified years as two sorted lists."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from functools import cache

from calendars.days import (
    FIRST_VERIFIED_YEAR,
    LAST_VERIFIED_YEAR,
    ONE_DAY,
    DeadDays,
    UnverifiedYear,
    is_working_day,
)


class WorkingDays:
    """Counts the days on which offices work; nothing is claimed beyond the verified years.

    With `joint_holiday` no day of the fellesferie counts backwards, so that what should be said
    well before a deadline is not said to an empty office. Forwards every working day counts.
    """

    def __init__(self, joint_holiday: bool = True) -> None:
        """List the days once; use `working_days`, which keeps them."""
        first = dt.date(FIRST_VERIFIED_YEAR, 1, 1)
        everyday = (first + ONE_DAY * n for n in range(_LENGTH))
        self._days = [day for day in everyday if is_working_day(day)]
        self._known = frozenset(self._days)
        dead = (DeadDays.JOINT_HOLIDAY,) if joint_holiday else ()
        self._manned = [day for day in self._days if is_working_day(day, dead)]

    def __contains__(self, day: object) -> bool:
        """Tell whether the day is a working day of a verified year."""
        return day in self._known

    def before(self, day: dt.date, count: int) -> dt.date:
        """Give the `count`th manned working day before a day; the day itself for 0."""
        return self._at(self._manned, bisect_left(self._manned, day) - count, day) if count else day

    def after(self, day: dt.date, count: int) -> dt.date:
        """Give the `count`th working day after a day; the day itself for 0."""
        return self._at(self._days, bisect_right(self._days, day) + count - 1, day) if count else day

    def on_or_after(self, day: dt.date) -> dt.date:
        """Give the day itself where it is a working day, else the next one."""
        return self._at(self._days, bisect_left(self._days, day), day)

    def on_or_before(self, day: dt.date) -> dt.date:
        """Give the day itself where it is a working day, else the one before."""
        return self._at(self._days, bisect_right(self._days, day) - 1, day)

    def between(self, first: dt.date, last: dt.date) -> int:
        """Count the working days after the first day, up to and including the last."""
        return bisect_right(self._days, last) - bisect_right(self._days, first)

    def _at(self, days: list[dt.date], index: int, near: dt.date) -> dt.date:
        if near.year > LAST_VERIFIED_YEAR or index >= len(days):
            raise UnverifiedYear(max(near.year, LAST_VERIFIED_YEAR + 1))
        if near.year < FIRST_VERIFIED_YEAR or index < 0:
            raise UnverifiedYear(min(near.year, FIRST_VERIFIED_YEAR - 1))
        return days[index]


_LENGTH = (dt.date(LAST_VERIFIED_YEAR + 1, 1, 1) - dt.date(FIRST_VERIFIED_YEAR, 1, 1)).days


@cache
def working_days(joint_holiday: bool = True) -> WorkingDays:
    """Give the one list of each kind."""
    return WorkingDays(joint_holiday)

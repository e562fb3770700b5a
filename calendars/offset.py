"""Days counted from another day by what a deadline's words say: «-P2W» is two weeks before it."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from calendars import days

_OFFSET = re.compile(r"(?P<before>-?)P(?:(?P<count>\d+)(?P<unit>[DWMYB])|T(?P<hours>\d+)H)")
_HOURS_A_DAY = 24


class UnreadableOffset(ValueError):
    """The offset is none that `calendars.amounts.duration` writes."""


def counted_from(day: dt.date, offset: str) -> dt.date:
    """Give the stated day that lies `offset` (ISO 8601; «B» counts working days) from a day.

    Hours count as the days they begin, a month keeps the day of the month as far as it has it.
    Raises `UnreadableOffset`, and `days.UnverifiedYear` for working days outside the verified years.
    """
    found = _OFFSET.fullmatch(offset)
    if found is None:
        raise UnreadableOffset(offset)
    sign = -1 if found["before"] else 1
    if found["hours"]:
        return day + sign * dt.timedelta(days=-(-int(found["hours"]) // _HOURS_A_DAY))
    return _moved(day, sign * int(found["count"]), found["unit"])


def _moved(day: dt.date, count: int, unit: str) -> dt.date:
    if unit == "B":
        return _working_days(day, count)
    if unit in "MY":
        return _months(day, count * (12 if unit == "Y" else 1))
    return day + dt.timedelta(days=count * (7 if unit == "W" else 1))


def _months(day: dt.date, count: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def _working_days(day: dt.date, count: int) -> dt.date:
    step = days.ONE_DAY if count > 0 else -days.ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not days.is_working_day(day):
            day += step
    return day

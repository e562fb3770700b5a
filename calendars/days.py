"""Working days in Norway: public holidays of the verified years, and the last working day before a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from enum import StrEnum
from functools import lru_cache

from calendars import holiday_table

FIRST_VERIFIED_YEAR = 2020
LAST_VERIFIED_YEAR = 2035
"""The years whose holidays our tests check against the law's list; outside them nothing is claimed."""

EDITION = holiday_table.EDITION

ONE_DAY = dt.timedelta(days=1)


class UnverifiedYear(ValueError):
    """Working days were asked for in a year whose holidays nobody has checked."""

    def __init__(self, year: int) -> None:
        super().__init__(f"holidays are verified for {FIRST_VERIFIED_YEAR}-{LAST_VERIFIED_YEAR}, not {year}")
        self.year = year


class DeadDays(StrEnum):
    """Days on which offices are commonly empty though the law calls them working days."""

    CHRISTMAS_EVE = "christmas_eve"
    NEW_YEARS_EVE = "new_years_eve"
    WEDNESDAY_BEFORE_EASTER = "wednesday_before_easter"
    JOINT_HOLIDAY = "joint_holiday"
    """Fellesferie: ISO weeks 28 to 31."""
    SQUEEZED_IN = "squeezed_in"
    """A single working day between two non-working days («inneklemt dag»)."""


def is_verified(year: int) -> bool:
    """Tell whether the holidays of the year have been checked."""
    return FIRST_VERIFIED_YEAR <= year <= LAST_VERIFIED_YEAR


@lru_cache(maxsize=64)
def public_holidays(year: int) -> dict[dt.date, str]:
    """Give the public holidays of a verified year with their Norwegian names; refuse any other year."""
    if not is_verified(year):
        raise UnverifiedYear(year)
    found: dict[dt.date, str] = {}
    for stamp, name in zip(holiday_table.DAYS[year].split(), holiday_table.NAMES, strict=True):
        day = dt.date(year, int(stamp[:2]), int(stamp[2:]))
        found[day] = f"{found[day]} og {name}" if day in found else name
    return found


def holiday_name(day: dt.date) -> str | None:
    """Name the public holiday that falls on the day, if any."""
    return public_holidays(day.year).get(day)


def is_working_day(day: dt.date, dead: Collection[DeadDays] = ()) -> bool:
    """Tell whether the day is Monday to Friday, no public holiday, and none of the dead days chosen."""
    holidays = public_holidays(day.year)
    if day.weekday() >= 5 or day in holidays:
        return False
    return not any(_is_dead(day, kind) for kind in dead)


def last_working_day(day: dt.date, dead: Collection[DeadDays] = ()) -> dt.date:
    """Give the last working day on or before the day; never a later one."""
    while not is_working_day(day, dead):
        day -= ONE_DAY
    return day


def nth_working_day(year: int, month: int, nth: int) -> dt.date | None:
    """Give the nth working day of a month, counted from the end when negative; None if it has too few."""
    first = dt.date(year, month, 1)
    days = [first + ONE_DAY * n for n in range(31) if (first + ONE_DAY * n).month == month]
    working = [day for day in days if is_working_day(day)]
    index = nth - 1 if nth > 0 else nth
    return working[index] if -len(working) <= index < len(working) else None


def _is_dead(day: dt.date, kind: DeadDays) -> bool:
    match kind:
        case DeadDays.CHRISTMAS_EVE:
            return (day.month, day.day) == (12, 24)
        case DeadDays.NEW_YEARS_EVE:
            return (day.month, day.day) == (12, 31)
        case DeadDays.WEDNESDAY_BEFORE_EASTER:
            return day.month < 5 and holiday_name(day + ONE_DAY) == "skjærtorsdag"
        case DeadDays.JOINT_HOLIDAY:
            return 28 <= day.isocalendar().week <= 31
        case DeadDays.SQUEEZED_IN:
            return not _is_open(day - ONE_DAY) and not _is_open(day + ONE_DAY)


def _is_open(day: dt.date) -> bool:
    return is_verified(day.year) and is_working_day(day)

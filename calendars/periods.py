"""Spans of days that administration names: months, quarters, tertials, half-years, seasons, weeks."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple


class Span(NamedTuple):
    """Two days and all between them, both included."""

    first: dt.date
    last: dt.date


MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
"""The same in bokmål and nynorsk."""

SEASONS = {"vinter": (1, 3), "vår": (1, 6), "sommer": (6, 8), "høst": (7, 12)}
"""First and last month, wide: spring is January to June where the parliament counts, and autumn the rest."""

DAILY_SEASONS = {"vinter": (12, 2), "vår": (3, 5), "høst": (9, 11)}
"""What daily speech means by them, where that differs."""


def real_day(year: int, month: int, day: int) -> dt.date | None:
    """Give the day if there is one: no 31 June, no month 13."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def last_day(year: int, month: int) -> dt.date:
    """Give the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months(year: int, first: int, last: int) -> Span:
    """Give the span of whole months; a last month before the first lies in the year after."""
    return Span(dt.date(year, first, 1), last_day(year + (last < first), last))


def quarter(year: int, nth: int) -> Span:
    """Give one of four quarters."""
    return months(year, 3 * nth - 2, 3 * nth)


def tertial(year: int, nth: int) -> Span:
    """Give one of three tertials: January to April, May to August, September to December."""
    return months(year, 4 * nth - 3, 4 * nth)


def half_year(year: int, nth: int) -> Span:
    """Give one of two half-years."""
    return months(year, 6 * nth - 5, 6 * nth)


def whole_year(year: int) -> Span:
    """Give the whole year."""
    return months(year, 1, 12)


def third_of_month(year: int, month: int, nth: int) -> Span:
    """Give days 1-10, 11-20 or 21-end of a month («primo», «medio», «ultimo»)."""
    start = dt.date(year, month, 10 * nth - 9)
    return Span(start, start.replace(day=10 * nth) if nth < 3 else last_day(year, month))


def around(day: dt.date, days: int = 5) -> Span:
    """Give the days around a day («ca.»)."""
    return Span(day - dt.timedelta(days), day + dt.timedelta(days))


def month_turn(year: int, month: int) -> Span:
    """Give the 27th of a month to the 5th of the next («månedsskiftet»)."""
    return Span(dt.date(year, month, 27), dt.date(year + month // 12, month % 12 + 1, 5))


def week(year: int, number: int, last: int | None = None) -> Span | None:
    """Give Monday to Friday of an ISO week, or of several weeks on end; None if the year lacks one."""
    try:
        return Span(
            dt.date.fromisocalendar(year, number, 1), dt.date.fromisocalendar(year, last or number, 5)
        )
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """Give the nth given weekday (0 = Monday) of a month, from the end when negative."""
    days = [
        d for d in range(1, last_day(year, month).day + 1) if dt.date(year, month, d).weekday() == weekday
    ]
    index = nth - 1 if nth > 0 else nth
    return dt.date(year, month, days[index]) if -len(days) <= index < len(days) else None


def weeks_of_month(year: int, month: int, whole: bool = False) -> list[Span]:
    """Give Monday to Friday of a month's weeks, cut at its ends; `whole`: only those that start in it."""
    days = [dt.date(year, month, day) for day in range(1, last_day(year, month).day + 1)]
    by_week: dict[int, list[dt.date]] = {}
    for day in days:
        if day.weekday() < 5:
            by_week.setdefault(day.toordinal() - day.weekday(), []).append(day)
    spans = [Span(week[0], week[-1]) for week in by_week.values()]
    return [span for span in spans if not whole or span.first.weekday() == 0]

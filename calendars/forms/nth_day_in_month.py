"""A weekday or working day of a named month: «første mandag i juni 2026», «siste virkedag i mars»."""

from __future__ import annotations

import datetime as dt

from calendars.days import UnverifiedYear, nth_working_day
from calendars.deadline import Deadline
from calendars.form import (
    Context,
    Language,
    Verdict,
    dated,
    long_date,
    month_number,
    ordinal_number,
    weekday_number,
    year_of,
)
from calendars.periods import last_day, nth_weekday
from calendars.phrases import Hit, Phrase, trigger

TRIGGER = trigger(r"dag")

PHRASES = (
    Phrase(
        r"(?<!\w)(?:(?:innen|innan|senest|sein[ae]st) )?(?:den )?{ordinal} ?"
        r"(?:{weekday}|(?P<working>virkedag|v?yrkedag|arbeidsdag)|(?P<any>dag))(?:en)? (?:i"
        r"|av) {month}(?: {year})?"
    ),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Read the day; working days need a verified year."""
    year, month = year_of(hit, context), month_number(hit.piece("month"))
    nth = ordinal_number(hit.piece("ordinal"))
    return dated("nth_day_in_month", _day(hit, year, month, nth))


def _day(hit: Hit, year: int, month: int, nth: int) -> dt.date | None:
    if hit.piece("weekday"):
        return nth_weekday(year, month, weekday_number(hit.piece("weekday")), nth)
    if hit.piece("any"):
        return last_day(year, month) if nth == -1 else dt.date(year, month, max(nth, 1))
    try:
        return nth_working_day(year, month, nth)
    except UnverifiedYear:
        return None


def write(deadline: Deadline, language: Language) -> str:
    """Word the day itself."""
    return long_date(deadline.day) if deadline.day else deadline.text


def explain(deadline: Deadline, language: Language) -> str:
    """Name the day."""
    return f"«{deadline.text}» = {long_date(deadline.day)}" if deadline.day else ""

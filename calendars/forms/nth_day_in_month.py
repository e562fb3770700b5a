"""A weekday or working day of a named month: «første mandag i juni 2026», «siste virkedag i mars»."""

from __future__ import annotations

import datetime as dt

from calendars.days import UnverifiedYear, nth_working_day
from calendars.form import Context, Verdict, dated
from calendars.periods import last_day, nth_weekday
from calendars.phrases import Hit, Phrase
from calendars.wording import month_number, ordinal_number, weekday_number
from calendars.years import year_of

TRIGGER = r"dag"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:(?:innen|innan|senest|sein[ae]st) )?(?:den )?{ordinal} ?"
        r"(?:{weekday}|(?P<working>virkedag|v?yrkedag|arbeidsdag)|(?P<any>dag))(?:en)? (?:i"
        r"|av) {month}(?: {year})?"
    ),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Read the day, which is worded as any day; working days need a verified year."""
    year, month = year_of(hit, context), month_number(hit.piece("month"))
    nth = ordinal_number(hit.piece("ordinal"))
    try:
        return dated("day", _day(hit, year, month, nth))
    except UnverifiedYear:  # nothing is claimed: the month alone is what remains to be found
        return None


def _day(hit: Hit, year: int, month: int, nth: int) -> dt.date | None:
    if hit.piece("weekday"):
        return nth_weekday(year, month, weekday_number(hit.piece("weekday")), nth)
    if hit.piece("any"):
        return last_day(year, month) if nth == -1 else dt.date(year, month, max(nth, 1))
    return nth_working_day(year, month, nth)

"""Days as letters write them: «15. mars 2026», «1.10.2026», «31.12», «23/1-27», and clock times beside."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from calendars.form import Context
from calendars.periods import real_day
from calendars.phrases import Hit
from calendars.pieces import is_month
from calendars.repair import number
from calendars.wording import month_number
from calendars.years import heading_month, yearless

_ISO = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")
_NAMED = re.compile(
    r"^([0-9lio|]{1,2})[.,]?\s*([a-z][a-z01]{2,})\.?(?:,?\s*(2[0o][0-9lo]{2}|19[0-9]{2})|[ -]'?(\d\d))?$"
)
_NUMERIC = re.compile(
    r"^([0-9lio|]{1,2})\s*[.,/]\s*([0-9lio]{1,2})\s*[.,/-]?\s*(?:(2[0o][0-9lo]{2}|19[0-9]{2})|(\d\d))?\.?$"
)


class StatedDate(NamedTuple):
    """A day as stated: no year where the words give none, and maybe no such day."""

    day: int
    month: int
    year: int | None


def parse(words: str) -> StatedDate | None:
    """Take a date piece apart; None when its numbers can be no date at all (day 0, month 13 without year)."""
    iso = _ISO.match(words)
    if iso:
        return StatedDate(int(iso[3]), int(iso[2]), int(iso[1]))
    named, numeric = _NAMED.match(words), _NUMERIC.match(words)
    found = named or numeric
    if not found or (named and not is_month(found[2])):
        return None
    day = number(found[1])
    month = month_number(found[2]) if named else number(found[2])
    year = number(found[3]) if found[3] else 2000 + int(found[4]) if found[4] else None
    plausible = day >= 1 and 1 <= month <= (12 if year is None else 99)
    return StatedDate(day, month, year) if plausible else None


def under_heading(hit: Hit, context: Context) -> StatedDate | None:
    """Give the day of a bare «15.» under a heading that names its month."""
    month = heading_month(context)
    if month is None or not hit.piece("dayno"):
        return None
    return StatedDate(number(hit.piece("dayno")), *month)


def resolved(stated: StatedDate, hit: Hit, context: Context) -> dt.date | None:
    """Give the day, in the year its context makes it when it states none; None if there is no such day."""
    year = stated.year or yearless(context, stated.month, hit.before(120), hit.after(60))
    return real_day(year, stated.month, stated.day)


_TIME = re.compile(
    r"(\d{1,2})(?:[.:]?([0-5]\d))?(?:\s*(?:-|til)\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:]?([0-5]\d))?)?$"
)


def clock(words: str) -> tuple[dt.time | None, dt.time | None]:
    """Give the start and end of «kl. 9:00-11:00»; None for what is not given or is no clock time."""
    found = _TIME.search(words)
    if not found:
        return None, None
    return _time(found[1], found[2]), _time(found[3], found[4])


def _time(hour: str | None, minute: str | None) -> dt.time | None:
    if hour is None or int(hour) > 23:
        return None
    return dt.time(int(hour), int(minute or 0))


def worded_time(start: dt.time | None, end: dt.time | None) -> str:
    """Word a clock time: « kl. 9.00–11.00», «» when there is none."""
    if start is None:
        return ""
    return f" kl. {_hour(start)}" + (f"–{_hour(end)}" if end else "")


def _hour(time: dt.time) -> str:
    return f"{time.hour}.{time.minute:02d}"

"""When a client may remind: at most twice, in working hours, counted from the WORKING date.

Every trigger is negative and relative to the start, because Outlook reads the offset of a positive
one as its absolute value. On an all-day entry it counts from 00:00 of the stated day.
"""

from __future__ import annotations

import datetime as dt

from calendars.days import is_verified, last_working_day
from calendars.ical.entry import Entry
from calendars.ical.wording import Wording

_HOUR = dt.timedelta(hours=9)
_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)


def triggers(entry: Entry) -> tuple[dt.timedelta, ...]:
    """Give the offsets from the start: a week before the working date, and the working day before it."""
    if entry.is_settled or (entry.is_meeting and entry.is_window):
        return ()
    base = entry.working_date or entry.last_day
    if entry.is_timed:
        return (_working_day_before(entry.last_day, _DAY) - entry.last_day,)
    days = (_working_day_before(base, distance) for distance in (_WEEK, _DAY))
    return tuple(day - entry.last_day + _HOUR for day in days)


def _working_day_before(day: dt.date, distance: dt.timedelta) -> dt.date:
    """Give the last working day that is at least `distance` before `day`.

    Where the holidays are not verified, any Monday to Friday serves: a reminder promises nothing.
    """
    before = day - distance
    if is_verified(before.year):
        return last_working_day(before)
    while before.weekday() >= 5:
        before -= _DAY
    return before


def alarm_text(line: str, words: Wording) -> str:
    """Write what the reminder says."""
    return words.alarm_soon.format(summary=line)

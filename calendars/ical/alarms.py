"""When a client may remind: at most twice, in working hours, counted from the WORKING date.

Every trigger is negative and relative to the start, because Outlook reads the offset of a positive
one as its absolute value. On an all-day entry it counts from 00:00 of the stated day.
"""

from __future__ import annotations

import datetime as dt

from calendars.ical.entry import Entry
from calendars.ical.wording import Wording

_HOUR = dt.timedelta(hours=9)
_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)


def triggers(entry: Entry) -> tuple[dt.timedelta, ...]:
    """Give the offsets from the start: the weekday before the working date, and a week before it."""
    if entry.is_settled or (entry.is_meeting and entry.is_window):
        return ()
    base = entry.working_date or entry.last_day
    if entry.is_timed:
        return (_weekday_before(entry.last_day) - entry.last_day,)
    days = (base - _WEEK, _weekday_before(base))
    return tuple(day - entry.last_day + _HOUR for day in days)


def _weekday_before(day: dt.date) -> dt.date:
    """Give the last Monday to Friday before `day`."""
    before = day - _DAY
    while before.weekday() >= 5:
        before -= _DAY
    return before


def alarm_text(line: str, words: Wording) -> str:
    """Write what the reminder says."""
    return words.alarm_soon.format(summary=line)

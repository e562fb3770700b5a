"""When an agenda is to be settled: normally at least a week before the meeting."""

from __future__ import annotations

import datetime as dt

from calendars import days

A_WEEK = dt.timedelta(days=7)


def settled_by(meeting_on: dt.date) -> dt.date:
    """Give the last working day at least a week before a meeting.

    Outside the verified years, where nobody has checked the holidays, the day a week before.
    """
    week_before = meeting_on - A_WEEK
    try:
        return days.last_working_day(week_before)
    except days.UnverifiedYear:  # a week is a week in any year
        return week_before

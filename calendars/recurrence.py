"""Recurrence rules: the days on which they fall."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from dateutil.rrule import rrulestr

from calendars import days
from calendars.deadline import Deadline, Form
from calendars.rules import WORKING_DAYS, rule_parts


class Occurrence(NamedTuple):
    """A day on which a rule falls, and the last working day on or before it (None: years not verified)."""

    stated: dt.date
    working: dt.date | None


def has_days(deadline: Deadline) -> bool:
    """Tell whether a rule says on which days it falls; «månedlig» does not, nor «annenhver mandag» alone."""
    parts = rule_parts(deadline.rrule or "")
    if deadline.form is not Form.RRULE or not parts:
        return False
    if parts == {"FREQ": "DAILY"}:
        return True
    counted = parts.get("INTERVAL", "1") == "1" or deadline.first is not None
    return counted and ("BYDAY" in parts or "BYMONTHDAY" in parts)


def occurrences(deadline: Deadline, start: dt.date, end: dt.date) -> list[Occurrence]:
    """List the days of a deadline from start to end, both included; none for a rule without days.

    A rule counts from `deadline.first` and stops at `deadline.until`. A deadline that does not recur has
    its one due day. A rule for the nth working day passes over public holidays, and cannot be followed
    outside the verified years.
    """
    if deadline.form is not Form.RRULE:
        due = deadline.due
        return [_occurrence(due)] if due and start <= due <= end else []
    if not has_days(deadline):
        return []
    start = max(start, deadline.first or start)
    end = min(end, deadline.until or end)
    return [_occurrence(day) for day in _days(deadline, start, end)]


def _days(deadline: Deadline, start: dt.date, end: dt.date) -> list[dt.date]:
    rule = str(deadline.rrule)
    parts = rule_parts(rule)
    if WORKING_DAYS in rule and "BYSETPOS" in parts:
        return _working_days(parts, start, end)
    counted_from = deadline.first or start.replace(month=1, day=1)
    found = rrulestr(rule, dtstart=_midnight(counted_from)).between(
        _midnight(start), _midnight(end), inc=True
    )
    return [moment.date() for moment in found]


def _working_days(parts: dict[str, str], start: dt.date, end: dt.date) -> list[dt.date]:
    months = {int(month) for month in parts.get("BYMONTH", "1,2,3,4,5,6,7,8,9,10,11,12").split(",")}
    nth = int(parts["BYSETPOS"])
    found = []
    for index in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        year, month = index // 12, index % 12 + 1
        day = days.nth_working_day(year, month, nth) if month in months else None
        if day and start <= day <= end:
            found.append(day)
    return found


def _midnight(day: dt.date) -> dt.datetime:
    # a civil day without a time zone: daylight saving never moves it
    return dt.datetime.combine(day, dt.time.min)


def _occurrence(day: dt.date) -> Occurrence:
    try:
        return Occurrence(day, days.last_working_day(day))
    except days.UnverifiedYear:
        return Occurrence(day, None)

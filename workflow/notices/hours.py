"""The hours in which notices go out, in Norway's time, and those in which a person wants quiet."""

from __future__ import annotations

import datetime as dt

from calendars.zone import OSLO
from workflow.directory.people import Person
from workflow.notices.working_days import WorkingDays

ALERTS_FROM = dt.time(6)
DAY_FROM = dt.time(7)
"""From when reminders go, and alerts about what happened outside the hours of alerts."""
UNTIL = dt.time(22)
"""From when nothing goes before the next working day."""
DIGEST_DAY, DIGEST_HOUR = 1, 8
"""Monday at eight, where a person chose nothing else."""


def alert_moment(at: dt.datetime, calendar: WorkingDays) -> tuple[dt.date, dt.time]:
    """Give the first working day and hour at which an alert about a moment may go.

    At once on a working day from six to ten in the evening, else at seven the next morning of work.
    """
    local = at.astimezone(OSLO)
    if local.date() in calendar and ALERTS_FROM <= local.time() < UNTIL:
        return local.date(), ALERTS_FROM
    if local.date() in calendar and local.time() < ALERTS_FROM:
        return local.date(), DAY_FROM
    return calendar.after(local.date(), 1), DAY_FROM


def is_open(local: dt.datetime, calendar: WorkingDays) -> bool:
    """Tell whether anything at all may go at a moment of Norway's time."""
    return local.date() in calendar and ALERTS_FROM <= local.time() < UNTIL


def may_go(local: dt.datetime, person: Person | None, calendar: WorkingDays, *, urgent: bool) -> bool:
    """Tell whether a mail may go to a person at a moment of Norway's time, however long it has waited."""
    if not is_open(local, calendar):
        return False
    return urgent or (local.time() >= DAY_FROM and not is_quiet(person, local.time()))


def is_quiet(person: Person | None, time: dt.time) -> bool:
    """Tell whether the person wants no mail but alerts at a clock time."""
    if person is None or person.quiet_from is None or person.quiet_to is None:
        return False
    if person.quiet_from <= person.quiet_to:
        return person.quiet_from <= time < person.quiet_to
    return time >= person.quiet_from or time < person.quiet_to


def earliest(person: Person | None, time: dt.time) -> dt.time:
    """Give the first clock time from `time` on at which the person is not left in quiet."""
    if person is not None and is_quiet(person, time) and person.quiet_to is not None:
        return max(person.quiet_to, time)
    return time

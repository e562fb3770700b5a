"""The ladder: on which working days a deadline is spoken of, to whom, and by when it is to be where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from calendars.days import UnverifiedYear
from workflow.notices.working_days import WorkingDays, working_days


class Step(NamedTuple):
    """One step: working days from the deadline (negative before), and levels up from the owner."""

    days: int
    levels_up: int = 0

    @property
    def name(self) -> str:
        """What it is called: «-20», «0», «+5»."""
        return f"{self.days:+d}" if self.days else "0"


Ladder = tuple[Step, ...]


def ladder(*days: int | tuple[int, int]) -> Ladder:
    """Make a ladder of days, or of days with levels up, in the order in which they fall."""
    steps = (Step(each) if isinstance(each, int) else Step(*each) for each in days)
    return tuple(sorted(steps))


DEADLINES = ladder(-20, -10, -5, -1, 0, 1, (3, 1), (5, 2))
MEETINGS = ladder(-10, -5, -1)
"""After a meeting its minutes are asked for, which is a notice of another kind."""
MEASURES = ladder(-5, -1, 0, 1, (3, 1))


class Fall(NamedTuple):
    """The day on which a step falls."""

    day: dt.date
    step: str
    levels_up: int


class LeadTimes(NamedTuple):
    """Working days before the deadline by which it is to be with each."""

    unit: int = 10
    director: int = 5
    archive: int = 1


class LeadDates(NamedTuple):
    """The days of the lead times: dates of their own, for the house only."""

    unit: dt.date
    director: dt.date
    archive: dt.date


DEFAULT_LEADS = LeadTimes()


@lru_cache(maxsize=16384)
def falls(steps: Ladder, due: dt.date, working_date: dt.date, calendar: WorkingDays) -> tuple[Fall, ...]:
    """Give the days of the steps, in order: backwards from the working date, forwards from the stated day.

    Of steps that fall on one day only the latest counts. A step in a year whose holidays nobody
    has checked falls on no day (`workflow.notices.planner.beyond` names its duty).
    """
    found: dict[dt.date, Step] = {}
    for step in sorted(steps):
        try:
            before = step.days <= 0
            day = calendar.before(working_date, -step.days) if before else calendar.after(due, step.days)
        except UnverifiedYear:
            continue
        found[day] = step
    return tuple(Fall(day, step.name, step.levels_up) for day, step in sorted(found.items()))


def within(steps: Ladder, gap: int) -> Ladder:
    """Keep the steps in the latter half of the `gap` working days since the occurrence before.

    A weekly report is spoken of the day before and on the day, not four weeks ahead of itself.
    """
    return tuple(step for step in steps if step.days >= -(gap // 2))


def before_only(steps: Iterable[Step]) -> Ladder:
    """Keep what falls on the day or before it."""
    return tuple(step for step in steps if step.days <= 0)


def lead_dates(
    working_date: dt.date, leads: LeadTimes = DEFAULT_LEADS, calendar: WorkingDays | None = None
) -> LeadDates:
    """Give the days by which unit, director and archive are to have it, counted back over holidays.

    Raises `UnverifiedYear` where they fall in a year whose holidays nobody has checked.
    """
    calendar = calendar or working_days()
    return LeadDates(*(calendar.before(working_date, count) for count in leads))

"""What handlers take from a command: its stamp, a day that has been, a source, words as a deadline."""

from __future__ import annotations

import datetime as dt

from calendars.days import LAST_VERIFIED_YEAR, UnverifiedYear, last_working_day
from events.vocabulary.values import DeadlineFact, Source
from workflow.duty.aggregate import Duty
from workflow.duty.deadlines import read_words
from workflow.duty.refusals import DayInFuture, DayMissing, SourceMissing, YearNotVerified
from workflow.duty.state import Stamp
from workflow.work import Work


def stamp(by: str, work: Work) -> Stamp:
    """Give who records it, and when."""
    return Stamp(work.now, by)


def past(day: dt.date | None, work: Work) -> dt.date:
    """Give the day it happened, today when none is said; refuses a day that has not come."""
    if day is not None and day > work.today:
        raise DayInFuture(day=f"{day:%d.%m.%Y}")
    return day or work.today


def written(source: str) -> Source:
    """Give the written source; refuses none."""
    if not source.strip():
        raise SourceMissing
    return Source(reference=source.strip())


def deadline(duty: Duty, part: str, words: str, work: Work) -> DeadlineFact:
    """Read the words; without a year they mean the year of the deadline that stands, else this year."""
    known = duty.parts.get(part)
    due = known.current.due if known and known.current else None
    return read_words(words, due.year if due else work.today.year)


def day_of(words: str, work: Work) -> tuple[dt.date, dt.date]:
    """Read words that mean one day; gives it, and the last working day at or before it."""
    due = read_words(words, work.today.year).due
    if due is None:
        raise DayMissing(words=words)
    try:
        return due, last_working_day(due)
    except UnverifiedYear as unverified:
        raise YearNotVerified(year=due.year, last=LAST_VERIFIED_YEAR) from unverified

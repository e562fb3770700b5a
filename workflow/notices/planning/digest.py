"""Whenever a person's day of the week comes and there is something to tell, then the week is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from calendars.days import ONE_DAY, is_verified
from projections.engine.duty.state import Duty
from workflow.directory.people import Person
from workflow.notices.addressing import READER, notices, to_person
from workflow.notices.hours import DIGEST_DAY, DIGEST_HOUR
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.surroundings import Surroundings
from workflow.notices.planning.week import readers

A_WEEK = dt.timedelta(days=7)


def plan(duties: Iterable[Duty], around: Surroundings) -> Iterator[Planned]:
    """Give every reader's digests, each on the chosen weekday or the next working day, none of them empty.

    `subject` is the reader, who may be away, so that a digest is read once, by one of the two.
    """
    weeks = {weekday: tuple(_weeks(weekday, around)) for weekday in range(1, 8)}
    for person, since in readers(duties, around.line).items():
        reader = around.line.people[person]
        for day, week in weeks[reader.digest_day or DIGEST_DAY]:
            # a digest that was held up is made up, but none is for what came after its day
            if day >= (since.first if day >= around.today else since.settled):
                yield from _digest(reader, day, week, around)


def _digest(reader: Person, day: dt.date, week: str, around: Surroundings) -> Iterator[Planned]:
    yield from notices(
        (to_person(READER, reader.id, day, around),),
        dt.time(DIGEST_HOUR if reader.digest_hour is None else reader.digest_hour),
        kind=Kind.DIGEST,
        duty=None,
        subject=reader.id,
        version=week,
        step="",
        due_on=day,
    )


def _weeks(weekday: int, around: Surroundings) -> Iterator[tuple[dt.date, str]]:
    """Give the days of digests among those asked for, each with the ISO week that it stands for."""
    chosen = around.first - A_WEEK
    chosen += ONE_DAY * ((weekday - chosen.isoweekday()) % 7)
    while chosen <= around.last and is_verified(chosen.year):
        day = around.calendar.on_or_after(chosen)
        if around.asks_for(day):
            year, week, _ = chosen.isocalendar()
            yield day, f"{year}-W{week:02}"
        chosen += A_WEEK

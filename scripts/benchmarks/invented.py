"""Events of an invented agency, as many as a measure asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count, cycle, islice
from uuid import UUID, uuid5

from events.vocabulary import assignment
from events.vocabulary.base import Event
from events.vocabulary.values import DeadlineFact, Mention, Source

ROOT = UUID("0d9f2f0a-7f0b-4f25-9c65-0a0f3c9b7d10")
BEGAN = dt.datetime(2026, 1, 5, 8, 0, tzinfo=dt.UTC)
FIRST_DAY = dt.date(2026, 3, 2)
SOURCE = Source(letter=uuid5(ROOT, "letter"), mentions=(Mention(line=12, page=2, quote="Frist 02.03.2026"),))
DAYS = 600


def on(day: dt.date) -> DeadlineFact:
    """Give a deadline on a day."""
    words = f"{day:%d.%m.%Y}"
    return DeadlineFact(text=words, form="date", pattern="day", day=day, working_date=day, explanation=words)


def duty_id(number: int) -> UUID:
    """Give the id of the duty with this number."""
    return uuid5(ROOT, str(number))


def given(number: int) -> list[Event]:
    """Give the first two events of a duty: it exists, and it has a deadline."""
    common = {"originator_id": duty_id(number), "timestamp": BEGAN, "by": "p-1"}
    return [
        assignment.AssignmentGiven(
            originator_version=1,
            originator_topic="assignment",
            reference=f"2026-{number:06d}",
            kind="assignment",
            title=f"Kartlegge kystrute nummer {number}",
            goal=number % 6 + 1,
            source=SOURCE,
            **common,
        ),
        assignment.AssignmentDeadlineSet(
            originator_version=2,
            part="",
            deadline=on(FIRST_DAY + dt.timedelta(days=number % DAYS)),
            source=SOURCE,
            **common,
        ),
    ]


def moved(number: int, version: int) -> Event:
    """Give one more event of a duty: its deadline is moved a day."""
    return assignment.AssignmentDeadlinePostponed(
        originator_id=duty_id(number),
        originator_version=version,
        timestamp=BEGAN + dt.timedelta(minutes=version),
        by="p-1",
        part="",
        deadline=on(FIRST_DAY + dt.timedelta(days=(number + version) % DAYS)),
        reason="avtalt i styringsmøtet",
        source=SOURCE,
    )


def life(number: int) -> list[Event]:
    """Give the whole ordinary life of a duty: six events from given to accepted."""
    common = {"originator_id": duty_id(number), "timestamp": BEGAN, "by": "p-1"}
    day = FIRST_DAY + dt.timedelta(days=number % DAYS)
    return [
        *given(number),
        assignment.AssignmentOwnerAssigned(originator_version=3, owner="p-2", unit="u-1", **common),
        assignment.AssignmentStarted(originator_version=4, started_on=day, **common),
        _delivered(number, 5),
        assignment.AssignmentAccepted(originator_version=6, accepted_on=day, **common),
    ]


def long_life(number: int, events: int) -> Iterator[Event]:
    """Give a life of `events` events: moved, delivered and returned, over and over."""
    steps = cycle((moved, _delivered, _returned, _delivered, _returned, _delivered, _returned))
    yield from given(number)
    yield from (step(number, version) for version, step in zip(range(3, events + 1), steps, strict=False))


def _delivered(number: int, version: int) -> Event:
    return assignment.AssignmentDelivered(
        originator_id=duty_id(number),
        originator_version=version,
        timestamp=BEGAN,
        by="p-1",
        part="",
        delivered_on=FIRST_DAY,
        reference="26/123-4",
    )


def _returned(number: int, version: int) -> Event:
    return assignment.AssignmentReturned(
        originator_id=duty_id(number),
        originator_version=version,
        timestamp=BEGAN,
        by="p-1",
        part="",
        returned_on=FIRST_DAY,
        reason="mangler vedlegg",
    )


def history(events: int) -> Iterator[Event]:
    """Give `events` events: one ordinary life after the other."""
    return islice((event for number in count() for event in life(number)), events)

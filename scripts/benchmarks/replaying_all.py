"""Replaying the events into all projections at once, and a question about a day in the past.

Each size is measured against reading and decoding the same events, which nothing that replays can do
without. `FRISTVAKT_BENCH_EVENTS` is the largest size, a million unless it says otherwise.
"""

from __future__ import annotations

import datetime as dt
import os
import tracemalloc
from collections.abc import Iterator

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.vocabulary.base import Event
from projections.engine.replay import replayed
from projections.register.projection import Register
from projections.register.queries import listed
from scripts.benchmarks import invented
from scripts.benchmarks.frame import Row, in_turn, milliseconds, per_second, seconds
from tests.projections.following import every_projection
from workflow.replaying.known import as_of
from workflow.replaying.views import Past

SIZES = (1_000, 100_000, 1_000_000)
LARGEST = int(os.environ.get("FRISTVAKT_BENCH_EVENTS", SIZES[-1]))
FEW = 10_000
"""Up to here a size is measured in several rounds; above it, once."""
PAGE = 1000
MOST_MIB = 64
BETWEEN = dt.timedelta(minutes=1)


def measure(kind: str, datastore: Datastore) -> Iterator[Row]:
    """Measure each size: the cost of an event must not grow with their number."""
    store, there, first = EventStore(datastore), 0, 0.0
    for size in (each for each in SIZES if each <= LARGEST):
        _append(store, there, size)
        there = size
        floor, ours = _timed(store, size)
        first = first or ours / floor
        yield Row(
            f"replay {size:,} events into all projections".replace(",", " "),
            kind,
            "read and decode the events",
            per_second(size, floor),
            per_second(size, ours),
            floor / ours,
            "linear: no more than 1.5× as many floors as at 1 000",
            ours / floor <= 1.5 * first,
        )
        if size == SIZES[1]:
            yield _as_of(kind, store, size)
    yield _memory(kind, store, there)


def _timed(store: EventStore, size: int) -> tuple[float, float]:
    if size <= FEW:
        pair = in_turn(lambda: _read(store), lambda: _replay(store), rounds=3)
        return pair.floor, pair.ours
    return seconds(lambda: _read(store)), seconds(lambda: _replay(store))


def _as_of(kind: str, store: EventStore, size: int) -> Row:
    """Measure the register as it was known in the middle, with the question asked of it."""
    middle = invented.BEGAN + BETWEEN * (size // 2)
    pair = in_turn(lambda: _read(store), lambda: _ask(store, middle), rounds=1)
    return Row(
        f"the register as known in the middle of {size:,} events".replace(",", " "),
        kind,
        "read and decode all events",
        milliseconds(pair.floor),
        milliseconds(pair.ours),
        pair.times_floor,
        "at most 3× the floor",
        pair.times_floor <= 3,
    )


def _memory(kind: str, store: EventStore, size: int) -> Row:
    """Measure the peak of a replay into all projections; at 100 000 at most, because measuring is slow."""
    last = min(size, SIZES[1])
    tracemalloc.start()
    with Past(store, every_projection(), PAGE).known(_day(last)):
        peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return Row(
        f"replay of {last:,} into all projections, peak of Python's memory".replace(",", " "),
        kind,
        f"{MOST_MIB} MiB",
        f"{MOST_MIB} MiB",
        f"{peak:.1f} MiB",
        peak / MOST_MIB,
        "constant: under the floor",
        peak < MOST_MIB,
    )


def _day(size: int) -> dt.date:
    return (invented.BEGAN + BETWEEN * size).date()


def _append(store: EventStore, already: int, wanted: int) -> None:
    """Record the events from number `already`, a minute after one another."""
    batch: list[Event] = []
    for number, event in enumerate(invented.history(wanted)):
        if number >= already:
            moment = invented.BEGAN + BETWEEN * number
            batch.append(event.model_copy(update={"timestamp": moment}))
        if len(batch) == PAGE or (batch and number == wanted - 1):
            store.save(*batch)
            batch = []


def _read(store: EventStore) -> None:
    position = 0
    while page := store.recorded(position, PAGE):
        position = page[-1].position


def _replay(store: EventStore) -> None:
    with replayed(store, every_projection()) as engine:
        assert all(status.stopped is None for status in engine.status())


def _ask(store: EventStore, moment: dt.datetime) -> None:
    with as_of(store, moment, (Register(),)) as engine, engine.datastore.reading() as connection:
        assert listed(connection)

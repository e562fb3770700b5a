"""Replaying the events into a projection, against reading and decoding them alone."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

from events.store.application import EventStore
from events.store.datastore import Datastore
from projections.engine.engine import Engine
from projections.register.projection import Register
from scripts.benchmarks import invented
from scripts.benchmarks.frame import Row, in_turn, per_second

SIZES = (10_000, 100_000)
PAGE = 500


def measure(kind: str, datastore: Datastore) -> Iterator[Row]:
    """Measure a rebuild of the register at two sizes: the rate must not fall with the size."""
    store = EventStore(datastore)
    engine = Engine(store, datastore, [Register()])
    there = 0
    for size in SIZES:
        _append(store, there, size)
        there = size
        timed = in_turn(lambda: _read(store), lambda: engine.rebuild("register"), rounds=3)
        rate = size / timed.ours
        yield Row(
            f"replay {size:,} events into the register".replace(",", " "),
            kind,
            "read and decode the events",
            per_second(size, timed.floor),
            per_second(size, timed.ours),
            1 / timed.times_floor,
            "at least 40 000/s on SQLite, linear",
            rate >= 40_000 or kind != "SQLite",
        )
    yield _memory(kind, engine)


def _append(store: EventStore, already: int, wanted: int) -> None:
    batch = []
    for number, event in enumerate(invented.history(wanted)):
        if number >= already:
            batch.append(event)
        if len(batch) == 2 * PAGE or (batch and number == wanted - 1):
            store.save(*batch)
            batch = []


def _read(store: EventStore) -> None:
    position = 0
    while page := store.recorded(position, PAGE):
        position = page[-1].position


def _memory(kind: str, engine: Engine) -> Row:
    """Measure the peak of a whole rebuild against that of one batch: constant, however long."""
    tracemalloc.start()
    engine.rebuild("register")
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return Row(
        "replay, peak of Python's memory",
        kind,
        "32 MiB",
        "32 MiB",
        f"{peak:.1f} MiB",
        peak / 32,
        "constant: under the floor",
        peak < 32,
    )

"""Verifying the whole trail, against reading it and hashing the same bytes alone."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from hashlib import sha256

from eventsourcing.persistence import StoredEvent

from events.ledger.reading import rows
from events.ledger.walking import verify
from events.store.datastore import Datastore
from events.store.mapper import EventMapper
from events.store.recorder import EventRecorder
from scripts.benchmarks import invented
from scripts.benchmarks.frame import Row, in_turn, per_second

ROUNDS = {100_000: 3, 1_000_000: 1}
LIVES = 1000
MOST_TIMES_THE_FLOOR = 2.5
MOST_MEBIBYTES = 32


def measure(kind: str, datastore: Datastore) -> Iterator[Row]:
    """Measure verification at two sizes: the rate must not fall, nor the memory grow, with the size."""
    there = 0
    for size, rounds in ROUNDS.items():
        there = _append(datastore, there, size)
        timed = in_turn(lambda: _hash(datastore), lambda: _verify(datastore), rounds=rounds)
        yield Row(
            f"verify the trail of {size:,} events".replace(",", " "),
            kind,
            "read the rows and hash their content",
            per_second(there, timed.floor),
            per_second(there, timed.ours),
            timed.times_floor,
            f"at most {MOST_TIMES_THE_FLOOR:.1f}× the floor",
            timed.times_floor <= MOST_TIMES_THE_FLOOR,
        )
        yield _memory(kind, datastore, size)


def _append(datastore: Datastore, already: int, wanted: int) -> int:
    """Record whole lives of duties until there are as many events as wanted, and give how many."""
    recorder, mapper = EventRecorder(datastore), EventMapper()
    life = [mapper.to_stored_event(event) for event in invented.life(0)]
    while already < wanted:
        streams = [invented.duty_id(already + number) for number in range(LIVES)]
        recorder.insert_events(
            [
                StoredEvent(stream, each.originator_version, each.topic, each.state)
                for stream in streams
                for each in life
            ]
        )
        already += LIVES * len(life)
    return already


def _hash(datastore: Datastore) -> None:
    with datastore.reading() as connection:
        for row in rows(connection):
            sha256(row.state).digest()


def _verify(datastore: Datastore) -> None:
    with datastore.reading() as connection:
        assert verify(connection).sound


def _memory(kind: str, datastore: Datastore, size: int) -> Row:
    tracemalloc.start()
    _verify(datastore)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return Row(
        f"verify {size:,} events, peak of Python's memory".replace(",", " "),
        kind,
        f"{MOST_MEBIBYTES} MiB",
        f"{MOST_MEBIBYTES} MiB",
        f"{peak:.1f} MiB",
        peak / MOST_MEBIBYTES,
        "constant: under the floor",
        peak < MOST_MEBIBYTES,
    )

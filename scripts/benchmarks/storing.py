"""Appending events and loading an aggregate, against the same bytes without us."""

from __future__ import annotations

from collections.abc import Iterator

from eventsourcing.persistence import StoredEvent
from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text, insert, select

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.store.mapper import EventMapper
from events.store.schema import events
from events.vocabulary.base import Event
from scripts.benchmarks import invented
from scripts.benchmarks.frame import Row, in_turn, milliseconds, per_second
from workflow.assignment.assignment import Assignment

LIVES = 83
TRANSACTION = LIVES * 6
TRANSACTIONS = 20

raw = Table(
    "bench_raw",
    MetaData(),
    Column("position", Integer, primary_key=True),
    Column("originator_id", Text),
    Column("originator_version", Integer),
    Column("topic", Text),
    Column("state", LargeBinary),
)


def measure(kind: str, datastore: Datastore) -> Iterator[Row]:
    """Measure appending 500 events a transaction, and loading one aggregate of 1,000 events."""
    store = EventStore(datastore)
    with datastore.unit_of_work() as connection:
        raw.create(connection)
    yield _append(kind, datastore, store)
    yield _load(kind, datastore, store)


def _append(kind: str, datastore: Datastore, store: EventStore) -> Row:
    numbers = iter(range(10**9))

    def decided() -> list[list[Event]]:
        return [
            [event for _ in range(LIVES) for event in invented.life(next(numbers))]
            for _ in range(TRANSACTIONS)
        ]

    batches = iter([decided() for _ in range(12)])
    mapper = EventMapper()
    encoded = [[mapper.to_stored_event(event) for event in batch] for batch in decided()]

    def ours() -> None:
        for batch in next(batches):
            store.save(*batch)

    timed = in_turn(lambda: _insert_raw(datastore, encoded), ours)
    count = TRANSACTION * TRANSACTIONS
    rate = 1 / timed.times_floor
    return Row(
        "append, 500 events a transaction",
        kind,
        "SQLAlchemy Core inserts of the same bytes",
        per_second(count, timed.floor),
        per_second(count, timed.ours),
        rate,
        "at least 0.5× the rate",
        rate >= 0.5,
    )


def _insert_raw(datastore: Datastore, batches: list[list[StoredEvent]]) -> None:
    for batch in batches:
        rows = [
            {
                "originator_id": each.originator_id.hex,
                "originator_version": each.originator_version,
                "topic": each.topic,
                "state": each.state,
            }
            for each in batch
        ]
        with datastore.unit_of_work() as connection:
            connection.execute(insert(raw), rows)


def _load(kind: str, datastore: Datastore, store: EventStore) -> Row:
    number, length = 10**8, 1000
    store.save(*invented.long_life(number, length))
    stream = invented.duty_id(number)
    query = select(events.c.topic, events.c.state).where(events.c.originator_id == stream)

    def floor() -> None:
        with datastore.single() as connection:
            connection.execute(query.order_by(events.c.originator_version)).all()

    assert isinstance(store.load(stream), Assignment)
    timed = in_turn(floor, lambda: store.load(stream), rounds=15)
    return Row(
        "load an aggregate of 1 000 events",
        kind,
        "select its rows",
        milliseconds(timed.floor),
        milliseconds(timed.ours),
        timed.times_floor,
        "under 6 ms",
        timed.ours < 0.006,
    )

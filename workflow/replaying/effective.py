"""As it was, by what we know now: the facts in the order of their effective days, up to one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Uuid,
    select,
    text,
)

from events.store.application import EventStore, Recorded
from events.store.datastore import Datastore
from events.store.mapper import decode, encode
from events.vocabulary.base import Event
from projections.engine.engine import BATCH, Engine, Progress
from projections.engine.projection import Projection
from projections.engine.replay import scratch
from workflow.replaying.effective_days import Letters
from workflow.replaying.ordering import dated
from workflow.replaying.righting import righted
from workflow.replaying.streams import letter_days, streams

_AT_ONCE = 1000
_own = MetaData()
_facts = Table(
    "effective_fact",
    _own,
    Column("stream", Uuid(), nullable=False),
    Column("day", Date, nullable=False),
    Column("position", Integer, nullable=False),
    Column("topic", Text, nullable=False),
    Column("state", LargeBinary, nullable=False),
)
_ordered = Table(
    "effective_order",
    _own,
    Column("number", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("topic", Text, nullable=False),
    Column("state", LargeBinary, nullable=False),
)
_ORDER = text("""
    INSERT INTO effective_order (number, version, topic, state)
    SELECT row_number() OVER (ORDER BY day, position),
           row_number() OVER (PARTITION BY stream ORDER BY day, position), topic, state
    FROM effective_fact
""")
_DROP = text("DROP TABLE effective_fact")


class EffectiveSource:
    """The ordered facts of a scratch database, with versions counted in that order."""

    def __init__(self, datastore: Datastore) -> None:
        """Read what `_arrange` wrote."""
        self._datastore = datastore

    def recorded(self, after: int, limit: int) -> list[Recorded]:
        """Give the next facts; their positions count the order in which they happened."""
        order = _ordered.c.number
        query = select(_ordered).where(order > after).order_by(order).limit(limit)
        with self._datastore.single() as connection:
            rows = connection.execute(query).all()
        return [Recorded(row.number, _as_version(decode(row.topic, row.state), row.version)) for row in rows]

    def last_position(self) -> int:
        """Give how many facts there are."""
        with self._datastore.single() as connection:
            newest = connection.execute(select(_ordered.c.number).order_by(_ordered.c.number.desc()).limit(1))
            return newest.scalar() or 0


@contextmanager
def effective_on(
    store: EventStore,
    day: dt.date,
    projections: Sequence[Projection],
    *,
    batch: int = BATCH,
    progress: Progress | None = None,
) -> Iterator[Engine]:
    """Rebuild the projections as things were at the end of a day, by everything `store` knows.

    What was entered late stands in its place, corrections are applied to what they correct, and what
    happened later is not there. Sorted in a temporary file: memory is that of one batch and one stream.
    """
    with scratch(projections) as datastore:
        _own.create_all(datastore.engine)
        _arrange(store, day, datastore)
        engine = Engine(EffectiveSource(datastore), datastore, projections, batch=batch, progress=progress)
        engine.catch_up()
        yield engine


def _arrange(store: EventStore, day: dt.date, into: Datastore) -> None:
    """Write the facts of every stream up to the day, and then their order."""
    letters = letter_days(store)
    with into.unit_of_work() as connection:
        rows: list[dict[str, Any]] = []
        for stream in streams(store):
            rows += _rows(stream, letters, day)
            if len(rows) >= _AT_ONCE:
                _write(connection, rows)
                rows = []
        _write(connection, rows)
        connection.execute(_ORDER)
        connection.execute(_DROP)


def _rows(stream: list[Recorded], letters: Letters, last: dt.date) -> Iterator[dict[str, Any]]:
    places = {each.event.originator_version: each.position for each in stream}
    facts = righted([each.event for each in stream], letters)
    for day, event in dated(facts, letters):
        if day <= last:
            yield {
                "stream": event.originator_id,
                "day": day,
                "position": places[event.originator_version],
                "topic": event.TOPIC,
                "state": encode(event),
            }


def _write(connection: Connection, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(_facts.insert(), rows)


def _as_version(event: Event, version: int) -> Event:
    return event.model_copy(update={"originator_version": version})

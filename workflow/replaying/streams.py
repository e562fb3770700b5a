"""Streams out of the store, with the position of each event."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from sqlalchemy import func, select

from events.store.application import EventStore, Recorded
from events.store.errors import UnreadableEvent
from events.store.mapper import decode
from events.store.schema import events
from events.vocabulary.base import Event
from events.vocabulary.letter import LetterRegistered
from workflow.replaying.effective_days import Letters

_AT_ONCE = 1000
_COLUMNS = (events.c.position, events.c.topic, events.c.state)


def letter_days(store: EventStore) -> Letters:
    """Give the date of each letter; an agency has few."""
    topic = LetterRegistered.TOPIC
    with store.datastore.single() as connection:
        rows = connection.execute(
            select(*_COLUMNS)
            .where(events.c.topic == topic, events.c.position <= store.last_position())
            .order_by(events.c.position)
        ).all()
    registered = (_decoded(*row) for row in rows)
    return {
        each.originator_id: each.dated_on
        for each in registered
        if isinstance(each, LetterRegistered) and each.dated_on is not None
    }


def streams(store: EventStore) -> Iterator[list[Recorded]]:
    """Give every stream, one at a time, in the order of their ids."""
    query = (
        select(events.c.originator_id, events.c.position, events.c.topic, events.c.state)
        .where(events.c.position <= store.last_position())
        .order_by(events.c.originator_id, events.c.originator_version)
    )
    with store.datastore.reading() as connection:
        rows = connection.execute(query.execution_options(yield_per=_AT_ONCE))
        for _, rows_of_one in groupby(rows, key=lambda row: row.originator_id):
            yield [
                Recorded(row.position, _decoded(row.position, row.topic, row.state)) for row in rows_of_one
            ]


def stream(store: EventStore, one: UUID) -> list[Recorded]:
    """Give one stream, as far as the store shows it."""
    query = (
        select(*_COLUMNS)
        .where(events.c.originator_id == one, events.c.position <= store.last_position())
        .order_by(events.c.originator_version)
    )
    with store.datastore.single() as connection:
        return [Recorded(row.position, _decoded(*row)) for row in connection.execute(query)]


def touched(store: EventStore, after: int, last: int) -> Iterator[tuple[UUID, str]]:
    """Name the streams with events at positions above `after` up to `last`: id, and a stored name of one."""
    query = (
        select(events.c.originator_id, func.min(events.c.topic))
        .where(events.c.position > after, events.c.position <= last)
        .group_by(events.c.originator_id)
        .order_by(events.c.originator_id)
    )
    with store.datastore.single() as connection:
        yield from ((row[0], row[1]) for row in connection.execute(query).all())


def _decoded(position: int, topic: str, state: bytes) -> Event:
    try:
        return decode(topic, state)
    except UnreadableEvent as error:
        raise UnreadableEvent(position, topic, error.why) from error

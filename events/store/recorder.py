"""The recorder that eventsourcing asks: events into the table, chained, and out of it again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any
from uuid import UUID

from eventsourcing.persistence import (
    ApplicationRecorder,
    Notification,
    StoredEvent,
    Subscription,
)
from sqlalchemy import Connection, Row, Select, bindparam, func, select

from events.ledger.chain import leaf, links
from events.store.datastore import Datastore
from events.store.schema import events
from events.store.subscription import PollingSubscription

# Any number of ours will do, as long as every writer of events takes the same.
_COMMIT_ORDER = 0x46726973747661

_LAST_GIVEN = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'event'"
_INSERT_SQLITE = """
    INSERT INTO event (position, originator_id, originator_version, topic, state, leaf, chain)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
# Positions are handed out in order, but transactions end in any order: without taking turns, a
# follower could pass a position that is not committed yet, and never come back for it. The same
# turn keeps the chain one: in a statement of its own, because what follows then sees what the
# writer before has committed (which asks for READ COMMITTED; see the datastore).
_TURN = f"SELECT pg_advisory_xact_lock({_COMMIT_ORDER})"
_INSERT_POSTGRES = """
    INSERT INTO event (originator_id, originator_version, topic, state, leaf, chain)
    SELECT given.id, given.version, given.topic, given.state, given.leaf, given.chain
    FROM unnest(%b::uuid[], %b::integer[], %b::text[], %b::bytea[], %b::bytea[], %b::bytea[])
        WITH ORDINALITY AS given (id, version, topic, state, leaf, chain, nr)
    ORDER BY given.nr
    RETURNING position
"""
# Of the last that has one: an event that somebody put there without is for the verification to name.
_HEAD = "SELECT chain FROM event WHERE chain IS NOT NULL ORDER BY position DESC LIMIT 1"

_NO_END = 2**31 - 1
_STATES = (
    select(events.c.topic, events.c.state)
    .where(events.c.originator_id == bindparam("id"), events.c.originator_version <= bindparam("lte"))
    .order_by(events.c.originator_version)
)
_BEGUN = select(events.c.originator_id).where(
    events.c.originator_version == 1, events.c.originator_id.in_(bindparam("ids", expanding=True))
)
_PAGE = (
    select(events.c.position, events.c.topic, events.c.state)
    .where(events.c.position > bindparam("after"))
    .order_by(events.c.position)
    .limit(bindparam("limit"))
)
_stored = select(events.c.originator_version, events.c.topic, events.c.state)
_notified = select(
    events.c.position, events.c.originator_id, events.c.originator_version, events.c.topic, events.c.state
)


class EventRecorder(ApplicationRecorder):
    """Records events in commit order, in the unit of work in progress or one of its own."""

    def __init__(self, datastore: Datastore) -> None:
        """Record in this database."""
        self.datastore = datastore

    def insert_events(self, stored_events: Sequence[StoredEvent], **_kwargs: Any) -> Sequence[int] | None:
        """Write events, all or none, and give their positions.

        Raises eventsourcing's `IntegrityError` when a version is taken: another writer was first.
        """
        if not stored_events:
            return None
        with self.datastore.unit_of_work() as connection:
            if self.datastore.is_postgres:
                return _insert_postgres(connection, stored_events)
            return _insert_sqlite(connection, stored_events)

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """Read one stream, in version order."""
        version = events.c.originator_version
        query = _stored.where(events.c.originator_id == originator_id)
        query = query.where(version > gt) if gt is not None else query
        query = query.where(version <= lte) if lte is not None else query
        query = query.order_by(version.desc() if desc else version).limit(limit)
        with self.datastore.single() as connection:
            rows = connection.execute(query).all()
        return [StoredEvent(originator_id, *row) for row in rows]

    def select_states(self, originator_id: UUID, lte: int | None = None) -> Sequence[Row[str, bytes]]:
        """Read the stored name and bytes of one stream, in version order."""
        with self.datastore.single() as connection:
            return connection.execute(_STATES, {"id": originator_id, "lte": lte or _NO_END}).all()

    def select_begun(self, ids: Sequence[UUID]) -> set[UUID]:
        """Give those of these streams that have begun."""
        with self.datastore.single() as connection:
            return set(connection.execute(_BEGUN, {"ids": ids}).scalars())

    def select_page(self, after: int, limit: int) -> Sequence[Row[int, str, bytes]]:
        """Read position, stored name and bytes of the next events, in commit order."""
        with self.datastore.single() as connection:
            return connection.execute(_PAGE, {"after": after, "limit": limit}).all()

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Read all streams, in commit order."""
        query = _between(start, stop, inclusive_of_start)
        query = query.where(events.c.topic.in_(topics)) if topics else query
        with self.datastore.single() as connection:
            rows = connection.execute(query.order_by(events.c.position).limit(limit)).all()
        return [
            Notification(originator_id, version, kind, state, position)
            for position, originator_id, version, kind, state in rows
        ]

    def max_notification_id(self) -> int | None:
        """Give the position of the newest event, or None when there is none."""
        with self.datastore.single() as connection:
            newest: int | None = connection.execute(select(func.max(events.c.position))).scalar_one()
        return newest

    def subscribe(
        self, gt: int | None = None, topics: Sequence[str] = ()
    ) -> Subscription[ApplicationRecorder]:
        """Follow the events after `gt` for as long as the caller iterates."""
        return PollingSubscription(self, gt=gt, topics=topics)


def _insert_postgres(connection: Connection, stored: Sequence[StoredEvent]) -> list[int]:
    connection.exec_driver_sql(_TURN)
    leaves = _leaves(stored, [_hex(event.originator_id) for event in stored])
    columns = (
        [event.originator_id for event in stored],
        [event.originator_version for event in stored],
        [event.topic for event in stored],
        [event.state for event in stored],
        leaves,
        links(connection.exec_driver_sql(_HEAD).scalar(), leaves),
    )
    return sorted(connection.exec_driver_sql(_INSERT_POSTGRES, columns).scalars())


def _insert_sqlite(connection: Connection, stored: Sequence[StoredEvent]) -> list[int]:
    # The unit of work holds the only write lock, so the next positions are ours to count out.
    last = connection.exec_driver_sql(_LAST_GIVEN).scalar_one()
    streams = [_hex(event.originator_id) for event in stored]
    leaves = _leaves(stored, streams)
    chain = links(connection.exec_driver_sql(_HEAD).scalar(), leaves)
    rows = [
        (position, stream, event.originator_version, event.topic, event.state, *hashes)
        for position, stream, event, *hashes in zip(
            count(last + 1), streams, stored, leaves, chain, strict=False
        )
    ]
    connection.exec_driver_sql(_INSERT_SQLITE, rows)
    return list(range(last + 1, last + 1 + len(rows)))


def _leaves(stored: Sequence[StoredEvent], streams: Sequence[str]) -> list[bytes]:
    return [
        leaf(bytes.fromhex(stream), event.originator_version, event.topic, event.state)
        for stream, event in zip(streams, stored, strict=True)
    ]


def _hex(originator_id: UUID | str) -> str:
    return originator_id.hex if isinstance(originator_id, UUID) else UUID(originator_id).hex


def _between(start: int | None, stop: int | None, inclusive: bool) -> Select[Any]:
    position, query = events.c.position, _notified
    if start is not None:
        query = query.where(position >= start if inclusive else position > start)
    return query.where(position <= stop) if stop is not None else query

"""What is not there, by what is left: versions of streams, and positions that were given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from uuid import UUID

from sqlalchemy import Connection, func, or_, select, text

from events.ledger.findings import Finding, Kind
from events.store.schema import events

_version = events.c.originator_version
_HOLED = (
    select(events.c.originator_id)
    .group_by(events.c.originator_id)
    .having(or_(func.min(_version) != 1, func.count() != func.max(_version)))
)
_GIVEN = text("SELECT seq FROM sqlite_sequence WHERE name = 'event'")


def holes(connection: Connection) -> Iterator[Finding]:
    """Name each gap in the versions of a stream: the first that is missing, at the next event's position."""
    for stream in connection.execute(_HOLED).scalars().all():
        yield from _holes(connection, stream)


def _holes(connection: Connection, stream: UUID) -> Iterator[Finding]:
    query = select(_version, events.c.position, events.c.topic).where(events.c.originator_id == stream)
    rows = connection.execute(query.order_by(_version)).all()
    for (before, *_), (version, position, topic) in pairwise([(0, 0, ""), *rows]):
        if version != before + 1:
            yield Finding(Kind.HOLE, position, 0, stream, before + 1, topic)


def tail(connection: Connection, last: int) -> Iterator[Finding]:
    """Tell on SQLite whether positions after the last were given: it takes back those of what failed.

    PostgreSQL does not take them back, so that they prove nothing there.
    """
    if connection.dialect.name == "sqlite":
        given = connection.execute(_GIVEN).scalar() or 0
        if given > last:
            yield Finding(Kind.TAIL_REMOVED, last, given)

"""The rows of the ledger, read in commit order and in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, String, bindparam, select, type_coerce

from events.store.schema import events

PAGE = 1000
NO_END = 2**62


class Row(NamedTuple):
    """An event as it stands in the table; `stream` is the 16 bytes of its id."""

    position: int
    stream: bytes
    version: int
    topic: str
    state: bytes
    leaf: bytes | None
    chain: bytes | None


# As the driver gives it: text on SQLite, an UUID on PostgreSQL. Making an object of each costs more
# than its hash.
_stream = type_coerce(events.c.originator_id, String)
_ROWS = (
    select(
        events.c.position,
        _stream,
        events.c.originator_version,
        events.c.topic,
        events.c.state,
        events.c.leaf,
        events.c.chain,
    )
    .where(events.c.position > bindparam("after"), events.c.position <= bindparam("until"))
    .order_by(events.c.position)
    .limit(PAGE)
)
_LEAVES = (
    select(events.c.position, events.c.leaf, events.c.chain)
    .where(events.c.position > bindparam("after"))
    .order_by(events.c.position)
    .limit(PAGE)
)


def pages(connection: Connection, after: int = -NO_END, until: int = NO_END) -> Iterator[list[Row]]:
    """Give the rows above one position and up to another, a page at a time."""
    while found := connection.execute(_ROWS, {"after": after, "until": until}).all():
        yield [Row(position, _bytes(stream), *rest) for position, stream, *rest in found]
        after = found[-1][0]


def rows(connection: Connection, after: int = -NO_END, until: int = NO_END) -> Iterator[Row]:
    """Give the rows above one position and up to another."""
    for page in pages(connection, after, until):
        yield from page


def hashes(connection: Connection) -> Iterator[tuple[int, bytes, bytes]]:
    """Give the position, leaf and chain of every event as they are stored; raises `Unchained`."""
    after = -NO_END
    while found := connection.execute(_LEAVES, {"after": after}).all():
        for position, leaf, chain in found:
            if leaf is None or chain is None:
                raise Unchained(position)
            yield position, leaf, chain
        after = found[-1][0]


class Unchained(ValueError):
    """An event has no hash or no chain, so that nothing can be computed from it."""

    def __init__(self, position: int) -> None:
        """Say at which position."""
        super().__init__(f"no chain at position {position}")
        self.position = position


def _bytes(stream: str | UUID) -> bytes:
    return bytes.fromhex(stream) if isinstance(stream, str) else stream.bytes

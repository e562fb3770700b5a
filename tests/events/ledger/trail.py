"""A small trail, taken down and put up row by row, for tests that tamper with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, delete, insert, select, update

from events.ledger.chain import GENESIS, leaf, link
from events.ledger.checkpoint import Checkpoint
from events.ledger.findings import Kind, Report
from events.ledger.summary import summary
from events.ledger.walking import verify
from events.store.application import EventStore
from events.store.datastore import Datastore
from events.store.schema import events
from tests.events.notebook import confirmed, registered
from tests.kit.tampering import tampering

STREAMS = UUID("6c3c7f5e-6c0b-4f0e-8f8e-2f4f0a6f9a11")
Tamper = Callable[[Connection], None]


def stream(number: int) -> UUID:
    """Give the id of a stream."""
    return uuid5(STREAMS, str(number))


def record(datastore: Datastore, streams: int, versions: int = 5, first: int = 0) -> None:
    """Record streams of some versions each, one transaction a stream."""
    store = EventStore(datastore)
    for number in range(first, first + streams):
        letter = stream(number)
        store.save(registered(letter), *(confirmed(letter, version) for version in range(2, versions + 1)))


def verified(
    datastore: Datastore, checkpoints: Sequence[Checkpoint] = (), stored: Sequence[Checkpoint] = ()
) -> Report:
    """Verify the trail, held to checkpoints of which the database itself knows some."""
    with datastore.reading() as connection:
        return verify(connection, checkpoints, {each.digest for each in stored})


def tampered(datastore: Datastore, tamper: Tamper) -> Report:
    """Tamper behind the program's back, and verify what is left."""
    with tampering(datastore) as connection:
        tamper(connection)
    return verified(datastore)


def named(report: Report) -> list[tuple[Kind, int]]:
    """Give the kind and the position of what was found."""
    return [(each.kind, each.position) for each in report.findings]


def checkpoint(datastore: Datastore) -> Checkpoint:
    """Take a checkpoint of how far the trail has come."""
    with datastore.reading() as connection:
        size, position, root, head = summary(connection)
    return Checkpoint("a-1", size, position, root.hex(), head.hex(), "2026-06-30T21:00:00Z", "")


def row(connection: Connection, position: int) -> dict[str, Any]:
    """Give a row as it stands."""
    return dict(connection.execute(select(events).where(events.c.position == position)).mappings().one())


def change(connection: Connection, at: int, /, **values: Any) -> None:
    """Change columns of one row."""
    connection.execute(update(events).where(events.c.position == at).values(**values))


def remove(connection: Connection, first: int, last: int) -> None:
    """Remove the rows from one position to another."""
    connection.execute(delete(events).where(events.c.position.between(first, last)))


def forged(connection: Connection, position: int, /, **values: Any) -> None:
    """Put an event at a position: a letter of its own, with these values instead of the first's."""
    made = row(connection, 1) | {"originator_id": stream(10**6 + position), "position": position}
    connection.execute(insert(events).values(made | values))


def lift(connection: Connection, first: int, by: int) -> None:
    """Move every row from a position on further up, so that there is room before them."""
    positions = select(events.c.position).where(events.c.position >= first)
    for position in connection.execute(positions.order_by(events.c.position.desc())).scalars().all():
        change(connection, position, position=position + by)


def permute(connection: Connection, order: Sequence[int]) -> None:
    """Put the rows at these positions in this order, at the same positions sorted."""
    aside = 10**6
    for position in order:
        change(connection, position, position=position + aside)
    for place, position in zip(sorted(order), order, strict=True):
        change(connection, position + aside, position=place)


def chain_anew(connection: Connection, first: int = 0) -> None:
    """Compute every hash and the whole chain from a position on, as a forger who knows how would."""
    rows = connection.execute(select(events).order_by(events.c.position)).all()
    before = GENESIS
    for each in rows:
        hashed = leaf(each.originator_id, each.originator_version, each.topic, each.state)
        if each.position >= first:
            change(connection, each.position, leaf=hashed, chain=link(before, hashed))
            before = link(before, hashed)
        else:
            before = each.chain

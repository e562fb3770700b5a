"""Recording: every event is chained to the one before it, whoever writes, and stays as it is."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from eventsourcing.persistence import IntegrityError, PersistenceError
from sqlalchemy import select, text

from events.ledger.chain import GENESIS, leaf, link
from events.store import migrate
from events.store.application import EventStore
from events.store.datastore import Datastore
from events.store.schema import events
from tests.events.ledger.trail import named, record, verified
from tests.events.notebook import confirmed, registered

OLD_INSERT = text(
    "INSERT INTO event (originator_id, originator_version, topic, state) VALUES (:id, :version, 't', :state)"
)


def test_recording_chains_each_event_to_the_one_before(datastore: Datastore) -> None:
    """The chain's value after an event is that of all before it and of its own bytes."""
    record(datastore, 3)
    with datastore.reading() as connection:
        rows = connection.execute(select(events).order_by(events.c.position)).all()
    before = GENESIS
    for row in rows:
        assert row.leaf == leaf(row.originator_id, row.originator_version, row.topic, row.state)
        assert row.chain == link(before, row.leaf)
        before = row.chain
    assert len(rows) == 15


def test_recording_after_a_refused_write_goes_on_from_what_was_committed(datastore: Datastore) -> None:
    """What was rolled back leaves no trace in the chain, in the store or in its memory."""
    store, letter = EventStore(datastore), uuid4()
    store.save(registered(letter))
    with pytest.raises(IntegrityError):
        store.save(registered(uuid4()), registered(letter))
    with contextlib.suppress(RuntimeError), datastore.unit_of_work():
        store.save(registered(uuid4()))
        raise RuntimeError
    store.save(confirmed(letter, 2))
    report = verified(datastore)
    assert (report.size, named(report)) == (2, [])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET topic = topic WHERE position = 3",
        "UPDATE event SET recorded_at = CURRENT_TIMESTAMP",
        "DELETE FROM event WHERE position = 3",
        "DELETE FROM event",
    ],
)
def test_changing_what_is_recorded_is_refused_by_the_database(datastore: Datastore, statement: str) -> None:
    """No statement of a program, ours or another, changes or removes an event."""
    record(datastore, 1)
    with pytest.raises(PersistenceError, match="append-only"), datastore.unit_of_work() as connection:
        connection.execute(text(statement))
    assert named(verified(datastore)) == []
    assert EventStore(datastore).last_position() == 5


def test_emptying_the_table_is_refused_by_postgresql(postgres_datastore: Datastore) -> None:
    """TRUNCATE removes rows without deleting any, and is refused all the same, replica or not."""
    record(postgres_datastore, 1)
    for before in ("", "SET LOCAL session_replication_role = replica; "):
        with pytest.raises(PersistenceError, match="append-only"), postgres_datastore.unit_of_work() as unit:
            unit.exec_driver_sql(f"{before}TRUNCATE event")
    assert verified(postgres_datastore).size == 5


@pytest.mark.parametrize("column", ["position", "originator_id"])
def test_replacing_a_row_is_refused_by_sqlite(sqlite_datastore: Datastore, column: str) -> None:
    """REPLACE removes the row that is in its way without deleting it, and is refused all the same."""
    record(sqlite_datastore, 1)
    free = {"position": "position + 100", "originator_id": "lower(hex(randomblob(16)))"}
    del free[column]
    ((other, instead),) = free.items()
    names = [each.name for each in events.c]
    chosen = ", ".join(instead if name == other else name for name in names)
    statement = (
        f"INSERT OR REPLACE INTO event ({', '.join(names)}) SELECT {chosen} FROM event WHERE position = 3"
    )
    with pytest.raises(PersistenceError, match="append-only"), sqlite_datastore.unit_of_work() as connection:
        connection.execute(text(statement))
    assert named(verified(sqlite_datastore)) == []


def test_recording_without_the_chain_is_refused_by_the_database(datastore: Datastore) -> None:
    """A program of before the ledger, still running after the upgrade, cannot leave a hole in it."""
    record(datastore, 1)
    with pytest.raises(IntegrityError), datastore.unit_of_work() as connection:
        connection.execute(OLD_INSERT, {"id": uuid4().hex, "version": 1, "state": b"{}"})
    assert verified(datastore).size == 5


@pytest.fixture(params=["sqlite", "postgres"])
def unchained(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Datastore]:
    """Give a database of before the ledger, of each kind in turn."""
    postgres = request.param == "postgres"
    url = request.getfixturevalue("empty_postgres_url") if postgres else f"sqlite:///{tmp_path}/old.db"
    datastore = Datastore(url)
    with datastore.unit_of_work() as connection:
        command.upgrade(migrate.alembic_config(connection), "0003")
    yield datastore
    datastore.close()


def test_upgrading_with_events_chains_them_all_in_their_order(unchained: Datastore) -> None:
    """What was recorded before there was a ledger is in it, more than a batch of it, and goes on."""
    streams = [uuid4().hex for _ in range(501)]
    rows = [
        {"id": stream, "version": version, "state": f"{version} 100 % «æ» :x".encode()}
        for stream in streams
        for version in range(1, 6)
    ]
    with unchained.unit_of_work() as connection:
        connection.execute(OLD_INSERT, rows)
    migrate.upgrade(unchained)
    assert verified(unchained).size == len(rows)
    EventStore(unchained).save(registered(uuid4()))
    report = verified(unchained)
    assert (report.size, named(report)) == (len(rows) + 1, [])


def test_upgrading_when_positions_have_gaps_chains_the_order(unchained: Datastore) -> None:
    """Positions that were given and never used, as PostgreSQL leaves them, are no matter."""
    chosen = "OVERRIDING SYSTEM VALUE " if unchained.is_postgres else ""
    insert = text(
        "INSERT INTO event (position, originator_id, originator_version, topic, state) "
        f"{chosen}VALUES (:at, :id, :version, 't', :state)"
    )
    rows = [{"at": at, "id": uuid4().hex, "version": 1, "state": b"{}"} for at in (2, 3, 1005, 7000)]
    with unchained.unit_of_work() as connection:
        connection.execute(insert, rows)
    migrate.upgrade(unchained)
    report = verified(unchained)
    assert (report.size, report.position, named(report)) == (4, 7000, [])

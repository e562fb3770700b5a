from __future__ import annotations

from pathlib import Path
from uuid import UUID

from sqlalchemy import insert, select

from events.store.changes import SqliteChanges, changes
from events.store.datastore import Datastore
from events.store.schema import events

ROW = {"originator_version": 1, "topic": "t", "state": b"{}"}


def _write(datastore: Datastore, number: int) -> None:
    with datastore.unit_of_work() as connection:
        connection.execute(insert(events).values(originator_id=UUID(int=number), **ROW))


def test_reading_leaves_the_version(sqlite_datastore: Datastore) -> None:
    """As long as nobody writes, the version is the same, however much is read.

    PostgreSQL counts the transactions of all databases of a server, so there others may move it.
    """
    watched = changes(sqlite_datastore)
    first = watched.version()
    assert first is not None
    with sqlite_datastore.reading() as connection:
        connection.execute(select(events)).all()
    with sqlite_datastore.single() as connection:
        connection.execute(select(events)).all()
    assert watched.version() == first
    watched.close()


def test_committing_gives_a_version_never_seen_before(datastore: Datastore, database_url: str) -> None:
    """Every commit shows, of this process or of another one's connection."""
    watched, other = changes(datastore), Datastore(database_url)
    seen = [watched.version()]
    for number in range(6):
        _write(other if number % 2 else datastore, number)
        seen.append(watched.version())
    assert None not in seen
    assert len(set(seen)) == len(seen)
    other.close()
    watched.close()


def test_writing_without_committing_keeps_what_is_remembered_right(datastore: Datastore) -> None:
    """A version taken while another writes is another one once that commits."""
    watched = changes(datastore)
    with datastore.unit_of_work() as connection:
        connection.execute(insert(events).values(originator_id=UUID(int=7), **ROW))
        during = watched.version()
    assert watched.version() != during
    watched.close()


def test_watching_on_after_closing_never_gives_an_old_version(sqlite_datastore: Datastore) -> None:
    """SQLite counts from the start on a new connection; what was remembered under the old one is void."""
    watched = SqliteChanges(sqlite_datastore)
    first = watched.version()
    watched.close()
    second = watched.version()
    watched.close()
    assert second is not None
    assert second != first


def test_watching_a_file_that_is_no_database_tells_nothing(tmp_path: Path) -> None:
    """Where nothing can be told, nothing that is remembered may be used."""
    file = tmp_path / "letter.db"
    file.write_bytes(b"no database " * 1000)
    watched = changes(Datastore(f"sqlite:///{file}"))
    assert watched.version() is None
    assert changes(Datastore(f"sqlite:///{tmp_path}/missing/x.db")).version() is None
    assert changes(Datastore("postgresql://127.0.0.1:9/nobody?connect_timeout=1")).version() is None

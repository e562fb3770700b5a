"""A store that cannot be used says why, in a code that a person's words can be found by."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from events.store import datastore as datastores
from events.store.application import EventStore
from events.store.datastore import Datastore
from events.store.errors import Reason, StoreUnavailable
from tests.events.notebook import registered


def reason(url: str) -> Reason:
    """Use the store at `url`, and give why it could not be used."""
    datastore = Datastore(url)
    try:
        with pytest.raises(StoreUnavailable) as caught:
            EventStore(datastore).save(registered(uuid4()))
    finally:
        datastore.close()
    return caught.value.reason


def test_saving_when_the_file_is_no_database_says_so(tmp_path: Path) -> None:
    """A letter given as the database is not overwritten."""
    file = tmp_path / "brev.txt"
    file.write_text("Tildelingsbrev for 2026. " * 100)
    assert reason(f"sqlite:///{file}") is Reason.NOT_A_DATABASE
    assert file.read_text().startswith("Tildelingsbrev")


def test_saving_when_the_folder_is_missing_says_so(tmp_path: Path) -> None:
    """A path that leads nowhere is no reason to make folders."""
    assert reason(f"sqlite:///{tmp_path}/ingen/fristvakt.db") is Reason.CANNOT_OPEN


def test_saving_when_the_folder_takes_no_files_says_so() -> None:
    """Nobody, not even root, writes a file in /proc."""
    assert reason("sqlite:////proc/fristvakt.db") is Reason.CANNOT_OPEN


def test_saving_when_the_database_may_only_be_read_says_so(sqlite_url: str) -> None:
    """A database opened for reading refuses to be written."""
    file = make_url(sqlite_url).database
    assert reason(f"sqlite:///file:{file}?mode=ro&uri=true") is Reason.READ_ONLY


def test_saving_when_the_disk_is_full_says_so_and_keeps_what_was_there(sqlite_datastore: Datastore) -> None:
    """A save that does not fit is undone, and what was saved before it still stands."""
    store = EventStore(sqlite_datastore)
    store.save(registered(uuid4()))
    with sqlite_datastore.unit_of_work() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreUnavailable) as caught:
        store.save(*(registered(uuid4()) for _ in range(1000)))
    assert caught.value.reason is Reason.DISK_FULL
    assert len(store.recorded(0, 10)) == 1


def test_saving_when_another_program_holds_the_file_says_so(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock that is not given up is named, not waited for until the end of days."""
    monkeypatch.setattr(datastores, "BUSY_SECONDS", 0.1)
    holder = sqlite3.connect(str(make_url(sqlite_url).database), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        assert reason(sqlite_url) is Reason.LOCKED
    finally:
        holder.close()


def test_saving_when_postgres_is_down_says_so(tmp_path: Path) -> None:
    """No server behind the address."""
    assert reason(f"postgresql://fristvakt@/fristvakt?host={tmp_path}") is Reason.UNREACHABLE


def test_saving_when_postgres_has_no_such_database_says_so(postgres_url: str) -> None:
    """A server, but not this database on it."""
    missing = make_url(postgres_url).set(database="finnes_ikke")
    assert reason(missing.render_as_string(hide_password=False)) is Reason.NO_SUCH_DATABASE


def test_saving_when_the_password_is_wrong_says_so_without_showing_it(postgres_url: str) -> None:
    """The reason is given; the password is in no message."""
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP ROLE IF EXISTS locked_out"))
        connection.execute(text("CREATE ROLE locked_out LOGIN PASSWORD 'right'"))
    url = make_url(postgres_url).set(username="locked_out", password="wr0ng")
    datastore = Datastore(url.render_as_string(hide_password=False))
    with pytest.raises(StoreUnavailable) as caught:
        EventStore(datastore).last_position()
    assert caught.value.reason is Reason.WRONG_LOGIN
    assert "wr0ng" not in str(caught.value)
    with engine.connect() as connection:
        connection.execute(text("DROP ROLE locked_out"))
    engine.dispose()


def test_saving_when_the_connection_is_cut_says_so_and_the_next_goes_through(postgres_url: str) -> None:
    """A server that was restarted costs one refused command, not a restart of ours."""
    datastore = Datastore(postgres_url)
    store = EventStore(datastore)
    store.save(registered(uuid4()))
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    engine.dispose()
    with pytest.raises(StoreUnavailable) as caught:
        store.save(registered(uuid4()))
    assert caught.value.reason is Reason.UNREACHABLE
    store.save(registered(uuid4()))
    assert len(store.recorded(0, 10)) == 2
    datastore.close()


@pytest.mark.parametrize(
    "url", ["", "fristvakt.db", "mysql://localhost/fristvakt", "sqlite+aiosqlite:///f.db"]
)
def test_opening_when_the_address_is_none_of_ours_is_refused(url: str) -> None:
    """An address that is no SQLite file and no PostgreSQL is refused before anything is tried."""
    with pytest.raises(StoreUnavailable) as caught:
        Datastore(url)
    assert caught.value.reason is Reason.BAD_ADDRESS

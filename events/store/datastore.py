"""One database, and the transactions on it that everything else joins."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eventsourcing import persistence
from sqlalchemy import Connection, Engine, create_engine, event, exc, make_url
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from events.store.errors import Reason, StoreUnavailable, translated

BUSY_SECONDS = 30
CONNECT_SECONDS = 10


class UnitOfWorkBroken(persistence.PersistenceError):
    """A statement failed and the failure was passed over; what came before it cannot be committed alone."""


@dataclass(slots=True)
class _Unit:
    """The transaction in progress; `broken` is the database error that passed a joined block."""

    connection: Connection
    broken: exc.DBAPIError | None = None


class Datastore:
    """One database with its connections, for SQLite (a file) or PostgreSQL.

    `url` is as in SQLAlchemy: «sqlite:///file.db», «postgresql+psycopg://…» or «postgresql://…».
    Raises `StoreUnavailable` where the database cannot be used, and eventsourcing's
    persistence errors for everything else that a database refuses.
    """

    def __init__(self, url: str) -> None:
        """Prepare connections; none is made before the first use."""
        self.url = _understood(url)
        self.is_postgres = self.url.get_backend_name() == "postgresql"
        self.engine = _postgres_engine(self.url) if self.is_postgres else _sqlite_engine(self.url)
        self._writers = self.engine.execution_options(**_TURNS[self.is_postgres])
        self._readers = self.engine.execution_options(**_SNAPSHOT[self.is_postgres])
        self._singles = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        # One per datastore: inside a unit of one database, another database is still another.
        self._current: ContextVar[_Unit | None] = ContextVar("unit", default=None)

    def unit_of_work(self) -> AbstractContextManager[Connection]:
        """Join the transaction in progress, or begin one that commits at the end of the block."""
        unit = self._current.get()
        return _joined(unit) if unit is not None else self._begun()

    def reading(self) -> AbstractContextManager[Connection]:
        """Read one consistent state of the database; inside a unit of work, also its own writes."""
        unit = self._current.get()
        return _joined(unit) if unit is not None else _connected(self._readers)

    def single(self) -> AbstractContextManager[Connection]:
        """Read by one statement: no transaction around it, so one round trip instead of three."""
        unit = self._current.get()
        return _joined(unit) if unit is not None else _connected(self._singles)

    def exists(self) -> bool:
        """Tell whether there is a database to open, without making one; a server is taken to have it."""
        return self.is_postgres or Path(self.url.database or "").exists()

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        with translated(), self._writers.connect() as connection:
            unit = _Unit(connection)
            token = self._current.set(unit)
            try:
                with connection.begin():
                    yield connection
                    if unit.broken is not None:
                        raise UnitOfWorkBroken(str(unit.broken)) from unit.broken
            finally:
                self._current.reset(token)


@contextmanager
def _joined(unit: _Unit) -> Iterator[Connection]:
    with translated():
        try:
            yield unit.connection
        except exc.DBAPIError as error:
            # Inside a savepoint the failure is undone with it; outside, half a statement may
            # remain (SQLite) or a commit would silently roll back (PostgreSQL).
            if not unit.connection.in_nested_transaction():
                unit.broken = error
            raise


@contextmanager
def _connected(engine: Engine) -> Iterator[Connection]:
    with translated(), engine.connect() as connection:
        yield connection


# What a writer asks of each database, by `is_postgres`: to see, when its turn has come, what the
# writer before it has written, whatever the database's own default is.
_TURNS: dict[bool, dict[str, Any]] = {
    True: {"isolation_level": "READ COMMITTED"},
    False: {"sqlite_begin": "BEGIN IMMEDIATE"},
}

# What a reader asks of each database, by `is_postgres`.
_SNAPSHOT: dict[bool, dict[str, Any]] = {
    True: {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
    False: {"sqlite_begin": "BEGIN"},
}


def _understood(url: str) -> URL:
    try:
        parsed = make_url(url)
    except exc.ArgumentError as error:
        raise StoreUnavailable(Reason.BAD_ADDRESS, str(error)) from error
    if parsed.drivername in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "postgresql+psycopg"):
        raise StoreUnavailable(Reason.BAD_ADDRESS, parsed.drivername)
    return parsed


def _postgres_engine(url: URL) -> Engine:
    return create_engine(
        url, pool_pre_ping=False, pool_recycle=1800, connect_args={"connect_timeout": CONNECT_SECONDS}
    )


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)
    connection.isolation_level = None  # BEGIN is ours to say; see _begin_sqlite
    _write_ahead(connection)
    # With recursive triggers, REPLACE cannot pass by the guards of the table of events.
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn on the write-ahead log; SQLite itself does not wait for another process that does so now."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        time.sleep(0.02)


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: a reader that turns writer cannot wait for it, only fail.
    begin = connection.get_execution_options().get("sqlite_begin")
    if begin:
        connection.exec_driver_sql(begin)

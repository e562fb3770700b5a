"""Has anything been written since? Told so cheaply that it can be asked at every request."""

from __future__ import annotations

import sqlite3
from threading import Lock

from sqlalchemy import text

from events.store.datastore import Datastore
from events.store.errors import StoreUnavailable

_SNAPSHOT = text("SELECT CAST(pg_current_snapshot() AS text)")


class SqliteChanges:
    """Asks SQLite for its data version, which grows when another connection commits, of any process.

    (sqlite.org/pragma.html#pragma_data_version.) The number means something only on one
    connection, so this keeps one of its own, which never writes and never waits for a lock.
    """

    waits = False
    """Whether asking may take long enough to hold up an event loop."""

    def __init__(self, datastore: Datastore) -> None:
        """Watch this file; it is opened at the first question."""
        self._file = datastore.url.database or ""
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._opened = 0

    def version(self) -> str | None:
        """Give a text that is another after every commit; None when it cannot be told now."""
        with self._lock:
            try:
                connection = self._connection or self._open()
                (number,) = connection.execute("PRAGMA data_version").fetchone()
            except sqlite3.Error:  # locked, gone or damaged: whoever reads the rows will say which
                self._close()
                return None
            return f"{self._opened}.{number}"

    def close(self) -> None:
        """Give the connection back."""
        with self._lock:
            self._close()

    def _open(self) -> sqlite3.Connection:
        self._opened += 1  # the next connection counts from the start again
        self._connection = sqlite3.connect(self._file, timeout=0, check_same_thread=False)
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class PostgresChanges:
    """Asks PostgreSQL which transactions a statement sees: the same ones, the same rows."""

    waits = True

    def __init__(self, datastore: Datastore) -> None:
        """Watch this database."""
        self._datastore = datastore

    def version(self) -> str | None:
        """Give a text that is another after every commit; None when it cannot be told now."""
        try:
            with self._datastore.single() as connection:
                return str(connection.execute(_SNAPSHOT).scalar_one())
        except StoreUnavailable:  # whoever reads the rows will say why
            return None

    def close(self) -> None:
        """Nothing to give back: the connections are the datastore's."""


Changes = SqliteChanges | PostgresChanges


def changes(datastore: Datastore) -> Changes:
    """Watch a database for what is written to it, by this process or any other."""
    return PostgresChanges(datastore) if datastore.is_postgres else SqliteChanges(datastore)

"""Has anything been written since? Told so cheaply that it can be asked at every request."""

from __future__ import annotations

import asyncio
import sqlite3
from threading import Lock
from typing import Any, Protocol

import psycopg

from events.store.datastore import CONNECT_SECONDS, Datastore


class Changes(Protocol):
    """Watches one database for what is written to it, by this process or any other."""

    async def version(self) -> str | None:
        """Give a text that is another after every commit; None when it cannot be told now.

        What was read after a version was given is still so as long as that version is given.
        """

    async def close(self) -> None:
        """Give back the connection that was opened at the first question."""


def changes(datastore: Datastore) -> Changes:
    """Watch a database; nothing is opened before the first question."""
    return PostgresChanges(datastore) if datastore.is_postgres else SqliteChanges(datastore)


class SqliteChanges:
    """Asks SQLite for its data version, which grows when another connection commits, of any process.

    (sqlite.org/pragma.html#pragma_data_version.) The number means something only on one
    connection, so this keeps one of its own, which never writes and never waits for a lock.
    """

    def __init__(self, datastore: Datastore) -> None:
        """Watch this file."""
        self._file = datastore.url.database or ""
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._opened = 0

    async def version(self) -> str | None:
        """Give the version; a look at shared memory, too short to hold up an event loop."""
        with self._lock:
            try:
                connection = self._connection or self._open()
                (number,) = connection.execute("PRAGMA data_version").fetchone()
            except sqlite3.Error:  # locked, gone or damaged: whoever reads the rows will say which
                self._close()
                return None
            return f"{self._opened}.{number}"

    async def close(self) -> None:
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
    """Asks PostgreSQL which transactions a statement sees: the same ones, the same rows.

    One look serves everyone who waits for it. A look that has begun is too old for a question
    put since, so that one waits for the next. To be used in one event loop.
    """

    _SNAPSHOT = "SELECT pg_current_snapshot()::text"
    _SECONDS = 5

    def __init__(self, datastore: Datastore) -> None:
        """Watch this database."""
        _, address = datastore.engine.dialect.create_connect_args(datastore.url)
        self._address: dict[str, Any] = {"connect_timeout": CONNECT_SECONDS, **address}
        self._connection: psycopg.AsyncConnection | None = None
        self._looking: asyncio.Task[str | None] | None = None
        self._next: asyncio.Task[str | None] | None = None

    async def version(self) -> str | None:
        """Give the version; transactions of other databases on the same server change it too."""
        if self._next is None or self._next.done():
            self._next = asyncio.create_task(self._after(self._looking))
        return await asyncio.shield(self._next)

    async def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            await self._connection.close()
            self._connection = None

    async def _after(self, before: asyncio.Task[str | None] | None) -> str | None:
        if before is not None and not before.done():
            await asyncio.wait([before])
        self._looking, self._next = self._next, None
        return await self._look()

    async def _look(self) -> str | None:
        try:
            async with asyncio.timeout(self._SECONDS):
                connection = self._connection or await self._open()
                cursor = await connection.execute(self._SNAPSHOT, prepare=True)
                row = await cursor.fetchone()
        except (psycopg.Error, TimeoutError):  # whoever reads the rows will say why
            await self.close()
            return None
        return str(row[0]) if row is not None else None

    async def _open(self) -> psycopg.AsyncConnection:
        self._connection = await psycopg.AsyncConnection.connect(**self._address, autocommit=True)
        return self._connection

"""Replaying events into tables of their own, which nobody else sees and which are gone afterwards."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from events.store.datastore import Datastore
from events.store.schema import metadata
from projections.engine.engine import BATCH, Engine, Progress
from projections.engine.projection import Projection
from projections.engine.source import Source
from projections.engine.tables import positions


@contextmanager
def scratch(projections: Sequence[Projection]) -> Iterator[Datastore]:
    """Give a temporary SQLite file with the tables of these projections, empty.

    Every query of theirs works on its connections. The file is deleted at the end.
    """
    with tempfile.TemporaryDirectory(prefix="fristvakt-") as folder:
        datastore = Datastore(f"sqlite:///{Path(folder) / 'replay.db'}")
        event.listen(datastore.engine, "connect", _carelessly)
        try:
            tables = [positions, *(table for each in projections for table in each.tables)]
            metadata.create_all(datastore.engine, tables=tables)
            yield datastore
        finally:
            datastore.close()


@contextmanager
def replayed(
    source: Source,
    projections: Sequence[Projection],
    *,
    batch: int = BATCH,
    progress: Progress | None = None,
) -> Iterator[Engine]:
    """Take every event of `source` into a scratch database, and give the engine that did it.

    `engine.datastore` has the rows, `engine.status()` says whether a projection stopped. Each event is
    read and decoded once for all projections; memory is that of one batch, however many there are.
    """
    with scratch(projections) as datastore:
        engine = Engine(source, datastore, projections, batch=batch, progress=progress)
        engine.catch_up()
        yield engine


def _carelessly(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """Do not wait for the disk: nothing in a scratch file outlives the process."""
    assert isinstance(connection, sqlite3.Connection)
    connection.execute("PRAGMA synchronous=OFF")

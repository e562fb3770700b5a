"""The databases that are measured: a SQLite file and a real PostgreSQL, both as a user would run them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

from events.store.datastore import Datastore
from events.store.migrate import upgrade
from tests.kit import postgres_server

KINDS = ("SQLite", "PostgreSQL")


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="fristvakt-bench-") as name:
        yield Path(name)


@contextmanager
def server() -> Iterator[str]:
    """Start a PostgreSQL with fsync on, and give its address."""
    with folder() as place, _durable():
        process = postgres_server.start(place)
        try:
            yield f"postgresql+psycopg://fristvakt@/postgres?host={place}"
        finally:
            postgres_server.stop(process)


@contextmanager
def _durable() -> Iterator[None]:
    """Turn on what the tests turn off: a benchmark that skips the disk measures nothing."""
    saved = dict(postgres_server.SETTINGS)
    postgres_server.SETTINGS.update({"fsync": "on", "full_page_writes": "on"})
    try:
        yield
    finally:
        postgres_server.SETTINGS.update(saved)


@contextmanager
def fresh(kind: str, address: str) -> Iterator[Datastore]:
    """Give an empty database of today's schema; `address` is the server's, for PostgreSQL."""
    with folder() as place:
        url = f"sqlite:///{place / 'bench.db'}" if kind == "SQLite" else _created(address)
        datastore = Datastore(url)
        upgrade(datastore)
        try:
            yield datastore
        finally:
            datastore.close()


def _created(address: str) -> str:
    name = "bench"
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
    engine.dispose()
    return address.replace("/postgres?", f"/{name}?")

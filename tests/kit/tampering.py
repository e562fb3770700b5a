"""Changing the table of events behind the program's back, as whoever owns the database can."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from events.store.datastore import Datastore

_GUARDS = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'event'")


@contextmanager
def tampering(datastore: Datastore) -> Iterator[Connection]:
    """Give a connection with the guards of the table of events off; they are on again afterwards."""
    with datastore.engine.begin() as connection:
        guards = [] if datastore.is_postgres else connection.execute(_GUARDS).all()
        if datastore.is_postgres:
            connection.execute(text("ALTER TABLE event DISABLE TRIGGER event_refuses_change"))
            connection.execute(text("ALTER TABLE event DROP CONSTRAINT IF EXISTS ck_event_chained"))
        for name, _ in guards:
            connection.execute(text(f"DROP TRIGGER {name}"))
        yield connection
        for _, statement in guards:
            connection.exec_driver_sql(statement)
        if datastore.is_postgres:
            connection.execute(text("ALTER TABLE event ENABLE ALWAYS TRIGGER event_refuses_change"))

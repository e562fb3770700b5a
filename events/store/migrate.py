"""Schema migrations: bring a database up to this program, and refuse one that does not match it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from events.store.datastore import Datastore
from events.store.errors import Reason, StoreUnavailable

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(0x46726973747601)")


def upgrade(datastore: Datastore) -> str:
    """Run the steps that are missing, all or none, and give the revision that now stands.

    Safe to run from several processes at once: the first does the work, the others wait and
    find it done. Raises `StoreUnavailable` for a database that is newer than the program.
    """
    with datastore.unit_of_work() as connection:  # on SQLite this is the lock already
        if datastore.is_postgres:
            connection.execute(_ONE_AT_A_TIME)
        found = _revision(connection)
        if found != head():
            _refuse_newer(found)
            _run(connection)
    return head()


def current(datastore: Datastore) -> str | None:
    """Give the revision of the database, None when it was never upgraded; asking makes no file."""
    if not datastore.exists():
        return None
    with datastore.reading() as connection:
        return _revision(connection)


def head() -> str:
    """Give the revision of this program."""
    return max(known())


def known() -> frozenset[str]:
    """Give every revision of this program; read off the file names, which costs no import of alembic."""
    return frozenset(file.name.partition("_")[0] for file in (FOLDER / "versions").glob("[0-9]*.py"))


def check(datastore: Datastore) -> None:
    """Raise `StoreUnavailable` unless the database has exactly the schema of this program."""
    found = current(datastore)
    if found == head():
        return
    _refuse_newer(found)
    raise StoreUnavailable(Reason.NOT_UPGRADED, f"{found or 'empty'}, needs {head()}: fristvakt db upgrade")


def _refuse_newer(found: str | None) -> None:
    if found is not None and found not in known():
        raise StoreUnavailable(Reason.NEWER_THAN_PROGRAM, f"{found}, the program knows {head()}")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _run(connection: Connection) -> None:
    from alembic import command  # only here: most runs of the program have nothing to migrate

    command.upgrade(alembic_config(connection), "head")


def alembic_config(connection: Connection) -> Config:
    """Give what alembic's commands ask for, to work on this connection."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config

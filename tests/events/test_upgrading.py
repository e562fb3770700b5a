"""The schema: the steps that lead to it, and databases that do not match it."""

from __future__ import annotations

from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from events.store import migrate
from events.store.datastore import Datastore
from events.store.errors import Reason, StoreUnavailable
from tests.events.processes import processes
from tests.kit.tables import all_tables


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a database with nothing in it, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/fristvakt.db"
    url: str = request.getfixturevalue("empty_postgres_url")
    return url


def test_upgrading_when_empty_gives_the_schema_that_the_tables_say(empty_url: str) -> None:
    """The steps, run in order, give exactly the tables that the program works on."""
    datastore = Datastore(empty_url)
    assert migrate.current(datastore) is None
    migrate.upgrade(datastore)
    migrate.check(datastore)
    with datastore.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), all_tables())
    datastore.close()
    assert differences == []


def test_upgrading_when_done_changes_nothing(datastore: Datastore) -> None:
    """Upgrading twice is upgrading once."""
    assert migrate.upgrade(datastore) == migrate.current(datastore) == migrate.head()


def test_upgrading_when_four_processes_start_at_once_is_done_once(empty_url: str) -> None:
    """Processes that start together wait for the first, and none of them fails."""
    together, said = processes.Barrier(4), processes.SimpleQueue()
    started = [
        processes.Process(target=_upgrade_together, args=(empty_url, together, said)) for _ in range(4)
    ]
    for process in started:
        process.start()
    for process in started:
        process.join(timeout=60)
    assert [process.exitcode for process in started] == [0] * 4
    assert [said.get() for _ in started] == [migrate.head()] * 4


def _upgrade_together(url: str, together: Barrier, said: SimpleQueue[str]) -> None:
    together.wait()
    said.put(migrate.upgrade(Datastore(url)))


def test_checking_when_never_upgraded_names_the_command(empty_url: str) -> None:
    """A database nobody prepared is refused with what to run."""
    datastore = Datastore(empty_url)
    with pytest.raises(StoreUnavailable, match="fristvakt db upgrade") as caught:
        migrate.check(datastore)
    datastore.close()
    assert caught.value.reason is Reason.NOT_UPGRADED


def test_checking_when_there_is_no_file_makes_none(tmp_path: Path) -> None:
    """A question to a database that is not there leaves nothing behind."""
    with pytest.raises(StoreUnavailable) as caught:
        migrate.check(Datastore(f"sqlite:///{tmp_path}/fristvakt.db"))
    assert caught.value.reason is Reason.NOT_UPGRADED
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("act", [migrate.check, migrate.upgrade])
def test_using_when_newer_than_the_program_is_refused(datastore: Datastore, act: object) -> None:
    """A database that a later program has changed is left alone."""
    with datastore.unit_of_work() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailable) as caught:
        act(datastore)  # type: ignore[operator]  # either function
    assert caught.value.reason is Reason.NEWER_THAN_PROGRAM
    assert migrate.current(datastore) == "9999"


def test_head_when_read_off_the_file_names_is_alembics(sqlite_datastore: Datastore) -> None:
    """The file names say what the files say, in one line without branches."""
    with sqlite_datastore.reading() as connection:
        scripts = ScriptDirectory.from_config(migrate.alembic_config(connection))
    assert scripts.get_heads() == [migrate.head()]
    assert {script.revision for script in scripts.walk_revisions()} == migrate.known()

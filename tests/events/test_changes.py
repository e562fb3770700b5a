from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert, select

from events.store.changes import Changes, changes
from events.store.datastore import Datastore
from events.store.schema import events

ROW = {"originator_version": 1, "topic": "t", "state": b"{}", "leaf": b"", "chain": b""}
Ask = Callable[[], Awaitable[str | None]]


def _write(datastore: Datastore, number: int) -> None:
    with datastore.unit_of_work() as connection:
        connection.execute(insert(events).values(originator_id=UUID(int=number), **ROW))


def _watching(datastore: Datastore, use: Callable[[Ask], Awaitable[None]]) -> None:
    """Watch a database in an event loop, as the service does."""

    async def watch() -> None:
        watched = changes(datastore)
        try:
            await use(watched.version)
        finally:
            await watched.close()

    asyncio.run(watch())


def test_reading_leaves_the_version(sqlite_datastore: Datastore) -> None:
    """As long as nobody writes, the version is the same, however much is read.

    PostgreSQL counts the transactions of all databases of a server, so there others may move it.
    """

    async def use(version: Ask) -> None:
        first = await version()
        assert first is not None
        with sqlite_datastore.reading() as connection:
            connection.execute(select(events)).all()
        with sqlite_datastore.single() as connection:
            connection.execute(select(events)).all()
        assert await version() == first

    _watching(sqlite_datastore, use)


def test_committing_gives_a_version_never_seen_before(datastore: Datastore, database_url: str) -> None:
    """Every commit shows, of this process or of another one's connection."""
    other = Datastore(database_url)

    async def use(version: Ask) -> None:
        seen = [await version()]
        for number in range(6):
            _write(other if number % 2 else datastore, number)
            seen.append(await version())
        assert None not in seen
        assert len(set(seen)) == len(seen)

    _watching(datastore, use)
    other.close()


def test_asking_while_another_writes_gives_another_version_once_that_commits(datastore: Datastore) -> None:
    """What is remembered under a version taken during a transaction is void after it."""

    async def use(version: Ask) -> None:
        with datastore.unit_of_work() as connection:
            connection.execute(insert(events).values(originator_id=UUID(int=7), **ROW))
            during = await version()
        assert during is not None
        assert await version() != during

    _watching(datastore, use)


def test_asking_in_a_crowd_gives_everyone_what_was_written_before_they_asked(datastore: Datastore) -> None:
    """One look serves many, and never one that asked after it had begun."""

    async def use(version: Ask) -> None:
        before = await version()
        for steps in range(20):  # however far the early look has come
            early = asyncio.create_task(_asked(version))
            for _ in range(steps):
                await asyncio.sleep(0)
            _write(datastore, steps)
            late = await asyncio.gather(*(version() for _ in range(20)))
            assert len(set(late)) == 1
            assert late[0] not in (None, before)
            before = late[0]
            await early

    _watching(datastore, use)


def test_watching_on_after_closing_never_gives_an_old_version(sqlite_datastore: Datastore) -> None:
    """SQLite counts from the start on a new connection; what was remembered under the old one is void."""

    async def use() -> None:
        watched = changes(sqlite_datastore)
        first = await watched.version()
        await watched.close()
        second = await watched.version()
        await watched.close()
        assert second not in (None, first)

    asyncio.run(use())


@pytest.mark.parametrize(
    "url", ["sqlite:///{0}/letter.db", "sqlite:///{0}/missing/x.db", "postgresql://127.0.0.1:9/x"]
)
def test_watching_what_is_no_database_tells_nothing(tmp_path: Path, url: str) -> None:
    """Where nothing can be told, nothing that is remembered may be used."""
    (tmp_path / "letter.db").write_bytes(b"no database " * 1000)
    watched: Changes = changes(Datastore(url.format(tmp_path)))
    assert asyncio.run(_asked(watched.version)) is None


async def _asked(version: Ask) -> str | None:
    return await version()

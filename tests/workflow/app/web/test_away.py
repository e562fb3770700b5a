from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.workflow.app.web.service import Service


@contextmanager
def _away(service: Service, server: str) -> Iterator[None]:
    """Take the database away for as long as the block lasts."""
    url = service.app.datastore.url
    take = _renamed if service.app.datastore.is_postgres else _damaged
    service.app.datastore.close()
    with take(str(url.database), server):
        yield


@contextmanager
def _damaged(file: str, _server: str) -> Iterator[None]:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # all of it into the one file
    whole = Path(file).read_bytes()
    Path(file).write_bytes(b"no database " * 1000)
    yield
    Path(file).write_bytes(whole)


@contextmanager
def _renamed(name: str, server: str) -> Iterator[None]:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    ended = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
    with engine.connect() as connection:
        connection.execute(ended, {"name": name})
        connection.execute(text(f"ALTER DATABASE {name} RENAME TO {name}_away"))
        yield
        connection.execute(text(f"ALTER DATABASE {name}_away RENAME TO {name}"))
    engine.dispose()


@pytest.fixture
def away(service: Service, request: pytest.FixtureRequest) -> Callable[[], AbstractContextManager[None]]:
    """Take the service's database away."""
    server = request.getfixturevalue("postgres_server") if service.app.datastore.is_postgres else ""
    return lambda: _away(service, server)


def test_losing_the_database_answers_503_until_it_is_back(
    service: Service, away: Callable[[], AbstractContextManager[None]]
) -> None:
    """Clients keep what they have: never an empty 200, never HTML; and all is as before afterwards."""
    path = service.subscribe()
    before = service.get(path)
    page = path.rpartition("/")[0] + "/"
    with away():
        for each in (path, page, "/kalender/unknown/x.ics"):
            answer = service.get(each)
            assert answer.status_code == 503
            assert int(answer.headers["retry-after"]) > 0
            assert answer.headers["content-type"].startswith("text/plain")
            assert not {"etag", "last-modified"} & set(answer.headers)
        assert service.get(path, "HEAD").status_code == 503
        assert service.get("/").status_code == 200
        health = service.get("/helse")
        assert health.status_code == 503
        assert health.json()["database"] != "ok"
    assert service.get(path).content == before.content
    assert service.get("/helse").status_code == 200


def test_noting_use_while_the_database_is_away_waits_for_it(
    service: Service, away: Callable[[], AbstractContextManager[None]]
) -> None:
    """The last use is kept until it can be written."""
    path = service.subscribe()
    service.get(path, user_agent="khal")
    with away():
        service.app.usage.write()
    service.app.usage.write()
    (found,) = service.app.subscriptions.all()
    assert found.last_client == "khal"


def test_asking_for_health_names_a_projection_that_stopped(service: Service) -> None:
    """A poisoned event stops a projection; the feeds stay, and health says so."""
    path = service.subscribe()
    before = service.get(path)
    service.past.due("2026-09", "2026-05-05")  # a deadline of a duty that was never given
    service.past.events[-1] = service.past.events[-1].model_copy(update={"originator_version": 2})
    service.follow()
    health = service.get("/helse")
    assert health.status_code == 503
    assert any(not each["live"] for each in health.json()["projections"])
    assert service.get(path).content == before.content

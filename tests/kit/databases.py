"""Databases for tests: SQLite files and a real PostgreSQL, each test with a fresh one of today's schema.

`FRISTVAKT_TEST_DATABASE_URL` names a PostgreSQL server to use, by a login that may create
databases; without it the session starts its own. A missing PostgreSQL is a failure, never a skip.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from events.store.datastore import Datastore
from events.store.migrate import upgrade
from tests.kit.postgres_server import START_SECONDS

SETTING = "FRISTVAKT_TEST_DATABASE_URL"
TEMPLATE = "fristvakt_template"


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of this session's server; the first test process that asks starts it."""
    if given := os.environ.get(SETTING):
        return given
    in_worker = "PYTEST_XDIST_WORKER" in os.environ
    session = os.getppid() if in_worker else os.getpid()
    base = tmp_path_factory.getbasetemp()
    address = (base.parent if in_worker else base) / "postgres-address"
    with _locked(address.with_suffix(".lock")):
        if not address.exists():
            _start(address, session)
            _make_template(address.read_text())
    return address.read_text()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Give the address of a fresh PostgreSQL database of today's schema."""
    name = f"test_{uuid4().hex}"
    template = f" TEMPLATE {TEMPLATE}" if SETTING not in os.environ else ""
    _administer(postgres_server, f"CREATE DATABASE {name}{template}")
    url = make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
    if not template:
        prepare(url)
    yield url
    _administer(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty_postgres_url(postgres_server: str) -> Iterator[str]:
    """Give the address of a PostgreSQL database with nothing in it."""
    name = f"test_{uuid4().hex}"
    _administer(postgres_server, f"CREATE DATABASE {name} TEMPLATE template0")
    yield make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
    _administer(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a SQLite file of today's schema, to copy."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    prepare(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """Give the address of a fresh SQLite file of today's schema."""
    file = tmp_path / "fristvakt.db"
    shutil.copyfile(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Give the address of a fresh database of today's schema, of each kind in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def datastore(database_url: str) -> Iterator[Datastore]:
    """Give a fresh database of each kind in turn."""
    yield from _opened(database_url)


@pytest.fixture
def sqlite_datastore(sqlite_url: str) -> Iterator[Datastore]:
    """Give a fresh SQLite database."""
    yield from _opened(sqlite_url)


@pytest.fixture
def postgres_datastore(postgres_url: str) -> Iterator[Datastore]:
    """Give a fresh PostgreSQL database."""
    yield from _opened(postgres_url)


def prepare(url: str) -> None:
    """Bring a database up to today's schema."""
    datastore = Datastore(url)
    upgrade(datastore)
    datastore.close()


def _opened(url: str) -> Iterator[Datastore]:
    datastore = Datastore(url)
    yield datastore
    datastore.close()


def _start(address: Path, session: int) -> None:
    keeper = subprocess.Popen(
        [sys.executable, "-m", "tests.kit.postgres_server", address, str(session)],
        cwd=Path(__file__).parents[2],
        start_new_session=True,
    )
    until = time.monotonic() + START_SECONDS
    while not address.exists():
        if keeper.poll() is not None or time.monotonic() > until:
            pytest.fail("no PostgreSQL for the tests: its server did not start, see above", pytrace=False)
        time.sleep(0.05)


def _make_template(server: str) -> None:
    _administer(server, f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
    prepare(make_url(server).set(database=TEMPLATE).render_as_string(hide_password=False))


def _administer(server: str, statement: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

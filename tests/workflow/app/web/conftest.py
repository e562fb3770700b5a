"""A running service on each kind of database, or on SQLite where the database makes no difference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from events.store.datastore import Datastore
from tests.workflow.app.web.service import Service, running


@pytest.fixture
def service(datastore: Datastore, tmp_path: Path) -> Iterator[Service]:
    """Give a running service on each kind of database."""
    with running(datastore, tmp_path) as started:
        yield started


@pytest.fixture
def sqlite_service(sqlite_datastore: Datastore, tmp_path: Path) -> Iterator[Service]:
    """Give a running service on SQLite."""
    with running(sqlite_datastore, tmp_path) as started:
        yield started

from __future__ import annotations

import pytest

from events.store.datastore import Datastore
from tests.workflow.meetings.secretariat import Secretariat


@pytest.fixture
def office(datastore: Datastore) -> Secretariat:
    """Open an office on each database."""
    return Secretariat(datastore)


@pytest.fixture
def small_office(sqlite_datastore: Datastore) -> Secretariat:
    """Open an office on SQLite, for what no database makes another."""
    return Secretariat(sqlite_datastore)

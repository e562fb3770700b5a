"""The recorder keeps eventsourcing's own promises: the library's cases, on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from unittest import TestCase

import pytest
from eventsourcing.persistence import StoredEvent
from eventsourcing.tests import persistence as cases

from events.store.datastore import Datastore
from events.store.recorder import EventRecorder


class _OnSqlite(TestCase):
    """Gives the library's cases, which know nothing of fixtures, the test's own database."""

    @pytest.fixture(autouse=True)
    def _take(self, sqlite_datastore: Datastore) -> None:
        self.datastore = sqlite_datastore

    def create_recorder(self) -> Any:
        return EventRecorder(self.datastore)


class _OnPostgres(TestCase):
    """The same on PostgreSQL."""

    @pytest.fixture(autouse=True)
    def _take(self, postgres_datastore: Datastore) -> None:
        self.datastore = postgres_datastore

    def create_recorder(self) -> Any:
        return EventRecorder(self.datastore)


class _WithoutPositions(EventRecorder):
    """What the library calls an aggregate recorder is ours without the positions."""

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> None:
        super().insert_events(stored_events, **kwargs)


class TestStreamsOnSqlite(_OnSqlite, cases.AggregateRecorderTestCase):
    """One stream: versions are taken once, writes are all or none."""

    def create_recorder(self) -> Any:
        return _WithoutPositions(self.datastore)


class TestStreamsOnPostgres(_OnPostgres, cases.AggregateRecorderTestCase):
    """One stream: versions are taken once, writes are all or none."""

    def create_recorder(self) -> Any:
        return _WithoutPositions(self.datastore)


class TestCommonOrderOnSqlite(_OnSqlite, cases.ApplicationRecorderTestCase[EventRecorder]):
    """All streams: the common order, and many writers and readers at once."""

    def test_insert_subscribe(self) -> None:
        """The library leaves this case to those who can; we can."""
        self.optional_test_insert_subscribe()


class TestCommonOrderOnPostgres(_OnPostgres, cases.ApplicationRecorderTestCase[EventRecorder]):
    """All streams: the common order, and many writers and readers at once."""

    def test_insert_subscribe(self) -> None:
        """The library leaves this case to those who can; we can."""
        self.optional_test_insert_subscribe()


class TestTurnsOnSqlite(_OnSqlite, cases.NonInterleavingNotificationIDsBaseCase):
    """Two saves at once never mix their positions."""


class TestTurnsOnPostgres(_OnPostgres, cases.NonInterleavingNotificationIDsBaseCase):
    """Two saves at once never mix their positions."""

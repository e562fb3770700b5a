"""Everything recorded, followed and published: what most tests of projections stand on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, select

from events.store.application import EventStore
from events.store.datastore import Datastore
from projections.deviations.projection import Deviations
from projections.due.projection import Due
from projections.engine.engine import Engine
from projections.engine.projection import Projection
from projections.feeds.projection import Feeds
from projections.feeds.publisher import FeedPublisher
from projections.feeds.selection import Feed
from projections.notices.projection import Notices
from projections.register.projection import Register
from projections.reminders.projection import Reminders
from projections.waiting.projection import Waiting
from tests.kit.happened import Past, record

NOON = dt.datetime(2026, 2, 1, 11, 0, tzinfo=dt.UTC)
ALL = Feed("Alle frister")


def about_duties() -> tuple[Projection, ...]:
    """Give the projections that fold duties."""
    return Register(), Due(), Feeds(), Deviations(), Waiting(), Reminders()


def every_projection() -> tuple[Projection, ...]:
    """Give all of them, new ones each time: a test may change one."""
    return (*about_duties(), Notices())


@dataclass
class Following:
    """A store, its projections, and the past that a test adds to."""

    datastore: Datastore
    batch: int = 500
    past: Past = field(default_factory=Past)
    projections: Sequence[Projection] = field(default_factory=every_projection)

    def __post_init__(self) -> None:
        self.store = EventStore(self.datastore)
        self.engine = Engine(self.store, self.datastore, self.projections, batch=self.batch)
        self.publisher = FeedPublisher(self.datastore)
        self._recorded = 0

    def record(self) -> Following:
        """Record what was added to the past, and take nothing yet."""
        record(self.store, self.past, self._recorded)
        self._recorded = len(self.past.events)
        return self

    def follow(self) -> Following:
        """Record what was added to the past, and take it."""
        self.record().engine.catch_up()
        return self

    def feed(self, feed: Feed = ALL, now: dt.datetime = NOON) -> bytes:
        """Give the bytes of a feed."""
        return self.publisher.body(feed, now).content

    def rows(self, table: Table) -> list[tuple[Any, ...]]:
        """Give every row of a table, sorted by its primary key."""
        with self.datastore.reading() as connection:
            return [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]


def all_rows(following: Following) -> dict[str, list[tuple[Any, ...]]]:
    """Give every row of every projection by table."""
    tables = [table for projection in following.projections for table in projection.tables]
    return {table.name: following.rows(table) for table in tables}

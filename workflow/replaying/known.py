"""As it was known: everything recorded by a moment, and nothing that was recorded later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from calendars.zone import OSLO
from events.store.application import EventStore
from events.store.known import KnownStore, known_by
from projections.engine.engine import BATCH, Engine, Progress
from projections.engine.projection import Projection
from projections.engine.replay import replayed


def end_of(day: dt.date) -> dt.datetime:
    """Give the last moment of a civil day in Norway, in UTC."""
    after = day + dt.timedelta(days=1)
    midnight = dt.datetime(after.year, after.month, after.day, tzinfo=OSLO)
    return midnight.astimezone(dt.UTC) - dt.timedelta(microseconds=1)


def known_store(store: EventStore, moment: dt.datetime) -> KnownStore:
    """Give the store as it was at a moment (aware); see `events.store.known.known_by`."""
    return KnownStore(store.datastore, known_by(store.datastore, moment))


@contextmanager
def as_of(
    store: EventStore,
    moment: dt.datetime,
    projections: Sequence[Projection],
    *,
    batch: int = BATCH,
    progress: Progress | None = None,
) -> Iterator[Engine]:
    """Rebuild the projections as they were known at a moment (aware), in a database of their own.

    Every query of theirs works on `engine.datastore`, which is gone after the block.
    """
    with replayed(known_store(store, moment), projections, batch=batch, progress=progress) as engine:
        yield engine

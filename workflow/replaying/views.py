"""The questions about the past, for every door: command line, web and API."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from uuid import UUID

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.store.known import KnownStore
from projections.engine import ledger
from projections.engine.digest import digests
from projections.engine.engine import BATCH, Engine
from projections.engine.projection import Projection
from projections.engine.replay import replayed
from workflow.replaying.differences import Differences, effective_differences, known_differences
from workflow.replaying.effective import effective_on
from workflow.replaying.history import Entry, history
from workflow.replaying.known import as_of, end_of


@dataclass(frozen=True, slots=True)
class Compared:
    """A projection's digest as its rows stand, and as the events give them."""

    name: str
    live: str
    replayed: str

    @property
    def agrees(self) -> bool:
        """Whether the rows are what the events say."""
        return self.live == self.replayed


class Past:
    """Answers from the events of a store, whatever has happened since."""

    def __init__(self, store: EventStore, projections: Sequence[Projection], batch: int = BATCH) -> None:
        """Ask this store; `projections` are those to rebuild."""
        self.store = store
        self.projections = projections
        self.batch = batch

    def known(self, day: dt.date) -> AbstractContextManager[Engine]:
        """Rebuild the projections as they were known at the end of a civil day in Norway.

        Every query works on `engine.datastore` inside the block.
        """
        return as_of(self.store, end_of(day), self.projections, batch=self.batch)

    def effective(self, day: dt.date) -> AbstractContextManager[Engine]:
        """Rebuild the projections as things were at the end of a day, by what is known now."""
        return effective_on(self.store, day, self.projections, batch=self.batch)

    def between(self, first: dt.date, last: dt.date, *, effective: bool = False) -> Differences:
        """Give what changed from the end of one day to the end of another, and by whom."""
        compared = effective_differences if effective else known_differences
        return compared(self.store, first, last)

    def history(self, duty: UUID) -> list[Entry]:
        """Give the readable history of one duty."""
        return history(self.store, duty)

    def compared(self, live: Datastore) -> list[Compared]:
        """Compare the rows of `live` with a replay of the same events, projection by projection.

        The rows are read in one consistent state; a projection that is behind or stopped is compared
        with the newest state of the others, and does not agree.
        """
        with live.reading() as connection:
            newest = ledger.statuses(connection, self.projections, 0)
            standing = digests(connection, self.projections)
        last = max((each.position for each in newest), default=0)
        with replayed(KnownStore(live, last), self.projections, batch=self.batch) as engine:
            again = digests_of(engine)
        return [Compared(name, standing[name], again[name]) for name in standing]


def digests_of(engine: Engine) -> dict[str, str]:
    """Give the digest of every projection of an engine."""
    with engine.datastore.reading() as connection:
        return digests(connection, engine.projections.values())

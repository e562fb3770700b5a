"""The engine: one batch, one transaction, the position row as the lock."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext

from sqlalchemy import Connection, delete

from events.store.datastore import Datastore
from projections.engine import ledger
from projections.engine.pages import Pages
from projections.engine.projection import Projection
from projections.engine.source import Source
from projections.engine.status import Status, Stopped
from projections.engine.taking import take

BATCH = 1000
FEW = 50
"""Events that all projections take in one transaction."""

Progress = Callable[[str, int, int], None]
"""Told after each batch: the projection's name, its position, the newest position."""


class UnknownProjection(Exception):
    """There is no projection of that name."""


class Engine:
    """Brings every projection's rows to the newest event, and back to there after any interruption."""

    def __init__(
        self,
        store: Source,
        datastore: Datastore,
        projections: Iterable[Projection],
        *,
        batch: int = BATCH,
        progress: Progress | None = None,
    ) -> None:
        """Follow `store` with rows in `datastore`, `batch` events to a transaction."""
        self.store = store
        self.datastore = datastore
        self.projections = {projection.name: projection for projection in projections}
        self.batch = batch
        self.progress = progress

    def catch_up(self) -> int:
        """Take every event recorded so far; give how many were taken, summed over the projections.

        What another process is taking meanwhile is waited for: afterwards the rows show
        everything that was recorded before the call, except in a stopped projection.
        """
        behind = self._behind()
        if not behind:
            return 0
        pages, taken = Pages(self.store, self.batch), 0
        waiting = list(self.projections.values())
        while waiting:
            with self._together(behind):
                steps = [(each, self._step(each, pages)) for each in waiting]
            if all(count is None for _, count in steps):
                steps = [(each, self._step(each, pages, wait=True)) for each in waiting]
            taken += sum(count or 0 for _, count in steps)
            waiting = [each for each, count in steps if count != 0]
            if waiting and not (behind := self._behind()):
                break  # one question spares each of them a transaction that finds nothing
        return taken

    def rebuild(self, name: str | None = None) -> int:
        """Make the rows of one projection, or of all, anew from the first event; give events taken.

        Each is one transaction: until it commits, readers see the rows as they were.
        """
        chosen = [self._named(name)] if name is not None else list(self.projections.values())
        return sum(self._rebuilt(projection) for projection in chosen)

    def resume(self, name: str) -> int:
        """Let a stopped projection try again from where it stopped; give how many events were taken."""
        with self.datastore.unit_of_work() as connection:
            ledger.revive(connection, self._named(name).name)
        return self.catch_up()

    def status(self) -> list[Status]:
        """Tell where each projection stands."""
        newest = self.store.last_position()
        with self.datastore.single() as connection:
            return ledger.statuses(connection, self.projections.values(), newest)

    def _behind(self) -> int:
        """Give how far the newest event is ahead of any projection that is not stopped."""
        return max((status.behind for status in self.status() if status.is_live), default=0)

    def _together(self, behind: int) -> AbstractContextManager[object]:
        """Let all projections take what a command recorded in one transaction, where only one may write.

        On SQLite each commit waits for the disk, and the transaction is everyone's lock anyway; with
        more to take than `FEW`, others would wait too long. On PostgreSQL each has a lock of its own.
        """
        few = not self.datastore.is_postgres and behind <= FEW
        return self.datastore.unit_of_work() if few else nullcontext()

    def _named(self, name: str) -> Projection:
        if name not in self.projections:
            raise UnknownProjection(name)
        return self.projections[name]

    def _step(self, projection: Projection, pages: Pages, *, wait: bool = False) -> int | None:
        """Take one batch; 0 when there is none to take, None when another process is taking it."""
        with self.datastore.unit_of_work() as connection:
            row = ledger.lock(connection, projection, wait=wait)
            if row is None:
                return None
            if row.version != projection.version:
                return self._made_anew(connection, projection, pages)
            if not row.is_live:
                return 0
            count, _, _ = self._taken(connection, projection, pages, row.position)
            return count

    def _rebuilt(self, projection: Projection) -> int:
        with self.datastore.unit_of_work() as connection:
            ledger.lock(connection, projection, wait=True)
            return self._made_anew(connection, projection, Pages(self.store, self.batch))

    def _made_anew(self, connection: Connection, projection: Projection, pages: Pages) -> int:
        """Empty the tables and take everything, in the caller's transaction."""
        for table in reversed(projection.tables):
            connection.execute(delete(table))
        ledger.save(connection, projection, 0, None)
        total, count, position, stopped = 0, 1, 0, None
        while count and stopped is None:
            count, position, stopped = self._taken(connection, projection, pages, position)
            total += count
        return total

    def _taken(
        self, connection: Connection, projection: Projection, pages: Pages, position: int
    ) -> tuple[int, int, Stopped | None]:
        """Take the page after `position` and save how far it went: (events, position, why it stopped)."""
        page = pages.after(position)
        if isinstance(page, Stopped):
            ledger.save(connection, projection, position, page)
            return 0, position, page
        if not page:
            return 0, position, None
        stopped = take(connection, projection, page)
        done = [each.position for each in page if stopped is None or each.position < stopped.position]
        reached = done[-1] if done else position
        ledger.save(connection, projection, reached, stopped)
        if self.progress is not None:
            self.progress(projection.name, reached, pages.newest())
        return len(done), reached, stopped

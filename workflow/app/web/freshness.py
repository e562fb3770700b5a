"""Is what we remember still so? One look at the database serves every request that waits for it."""

from __future__ import annotations

import asyncio

from starlette.concurrency import run_in_threadpool

from events.store.changes import Changes


class Freshness:
    """Gives the version of the database as it was after the question was put, never as it was before."""

    def __init__(self, changes: Changes) -> None:
        """Look by `changes`."""
        self._changes = changes
        self._looking: asyncio.Task[str | None] | None = None
        self._next: asyncio.Task[str | None] | None = None

    async def version(self) -> str | None:
        """Give the version; None when it cannot be told, and nothing that is remembered may be used.

        A look that has begun is too old for a question put since, so that one waits for the next.
        """
        if not self._changes.waits:
            return self._changes.version()
        if self._next is None or self._next.done():
            self._next = asyncio.create_task(self._look(self._looking))
        return await asyncio.shield(self._next)

    async def _look(self, before: asyncio.Task[str | None] | None) -> str | None:
        if before is not None and not before.done():
            await asyncio.wait([before])
        self._looking, self._next = self._next, None
        return await run_in_threadpool(self._changes.version)

"""The events in pages, fetched and decoded once for all projections that stand at the same place."""

from __future__ import annotations

from collections.abc import Sequence

from events.store.application import Recorded
from events.store.errors import UnreadableEvent
from projections.engine.garbage import collecting_later
from projections.engine.source import Source
from projections.engine.status import Stopped


class Pages:
    """Remembers the last page of one run through the events."""

    def __init__(self, store: Source, size: int) -> None:
        """Read `size` events at a time."""
        self._store = store
        self._size = size
        self._after: int | None = None
        self._page: Sequence[Recorded] | Stopped = ()

    def after(self, position: int) -> Sequence[Recorded] | Stopped:
        """Give the events after `position`, or why the first of them cannot even be read."""
        if position != self._after:
            self._page = self._read(position)
            self._after = position
        return self._page

    def newest(self) -> int:
        """Give the position of the newest event."""
        return self._store.last_position()

    def _read(self, position: int) -> Sequence[Recorded] | Stopped:
        try:
            with collecting_later():
                return self._store.recorded(position, self._size)
        except UnreadableEvent as error:
            return Stopped(error.position or position + 1, error.topic, "", error.why)

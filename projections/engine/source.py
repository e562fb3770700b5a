"""Where projections take their events from."""

from __future__ import annotations

from typing import Protocol

from events.store.application import Recorded


class Source(Protocol):
    """Events at growing positions: everything that was recorded, or what a replay chooses of it."""

    def recorded(self, after: int, limit: int) -> list[Recorded]:
        """Give up to `limit` events with a position above `after`; none when there are no more.

        Raises `UnreadableEvent` where the first of them cannot be read.
        """

    def last_position(self) -> int:
        """Give the position of the last event, 0 when there is none."""

"""What a projection is, and what may stop one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from sqlalchemy import Connection, Table

from events.store.application import Recorded


class Projection(Protocol):
    """One question's answer, kept as rows that follow the events.

    `apply` assigns and never adds, asks no clock and makes no random id, so that the same events
    give the same rows whatever the size of the batches. It raises on what it does not understand;
    the engine then undoes the batch. It keeps nothing in memory between two calls.
    """

    @property
    def name(self) -> str:
        """What the position row calls it."""

    @property
    def version(self) -> int:
        """Another number than the stored one makes the engine rebuild the rows."""

    @property
    def tables(self) -> Sequence[Table]:
        """The tables a rebuild empties; nobody else writes to them."""

    def apply(self, connection: Connection, batch: Sequence[Recorded]) -> None:
        """Bring the rows from before the batch to after it, in the caller's transaction."""


class UnknownEvent(Exception):
    """The projection has no rule for this event: someone must decide what it means here."""

    def __init__(self, topic: str) -> None:
        """Name the event by its stored name."""
        super().__init__(f"no rule for «{topic}»")


class EventOutOfOrder(Exception):
    """The stream has a hole, or does not begin with its first event."""

    def __init__(self, stream: UUID, expected: int, found: int) -> None:
        """Name the stream, the version that should have come and the one that did."""
        super().__init__(f"stream {stream}: expected version {expected}, found {found}")

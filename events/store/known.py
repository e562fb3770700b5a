"""The store as it was known at a moment: the events that were committed by then, and no others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Notification, StoredEvent
from sqlalchemy import Row, bindparam, func, select

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.store.errors import UnreadableEvent
from events.store.mapper import decode
from events.store.recorder import EventRecorder
from events.store.schema import events

_PAGE = 500
_BACKWARDS = (
    select(events.c.position, events.c.topic, events.c.state)
    .where(events.c.position < bindparam("before"))
    .order_by(events.c.position.desc())
    .limit(_PAGE)
)
_STATES = (
    select(events.c.topic, events.c.state)
    .where(
        events.c.originator_id == bindparam("id"),
        events.c.originator_version <= bindparam("lte"),
        events.c.position <= bindparam("last"),
    )
    .order_by(events.c.originator_version)
)
_NEWEST = select(func.max(events.c.originator_version)).where(
    events.c.originator_id == bindparam("id"), events.c.position <= bindparam("last")
)
_NO_END = 2**31 - 1
_NO_LAST = 2**62


class TheHistoryIsFixed(Exception):
    """Someone tried to write to a store that shows how things were."""


def known_by(datastore: Datastore, moment: dt.datetime) -> int:
    """Give the position of the last event recorded at or before `moment`, 0 where there is none.

    Everything committed before that event was known too, whatever its own clock said: commit
    order decides, so that no stream ever has a hole. Reads backwards from the newest event.
    """
    before = _NO_LAST
    while True:
        with datastore.single() as connection:
            rows = connection.execute(_BACKWARDS, {"before": before}).all()
        if not rows:
            return 0
        for position, topic, state in rows:
            if _timestamp(position, topic, state) <= moment:
                return int(position)
        before = rows[-1].position


def _timestamp(position: int, topic: str, state: bytes) -> dt.datetime:
    try:
        return decode(topic, state).timestamp
    except UnreadableEvent as error:
        raise UnreadableEvent(position, topic, error.why) from error


class KnownRecorder(EventRecorder):
    """Reads the events up to a position, and refuses to write."""

    def __init__(self, datastore: Datastore, last: int) -> None:
        """Show the events up to and including position `last`."""
        super().__init__(datastore)
        self.last = last

    def insert_events(self, stored_events: Sequence[StoredEvent], **_kwargs: Any) -> Sequence[int] | None:
        """Refuse."""
        raise TheHistoryIsFixed

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """Read one stream, as far as it was known."""
        asked = {"id": originator_id, "last": self.last}
        with self.datastore.single() as connection:
            newest = connection.execute(_NEWEST, asked).scalar() or 0
        until = newest if lte is None else min(lte, newest)
        return super().select_events(originator_id, gt=gt, lte=until, desc=desc, limit=limit)

    def select_states(self, originator_id: UUID, lte: int | None = None) -> Sequence[Row[str, bytes]]:
        """Read the stored name and bytes of one stream, as far as it was known."""
        asked = {"id": originator_id, "lte": lte or _NO_END, "last": self.last}
        with self.datastore.single() as connection:
            return connection.execute(_STATES, asked).all()

    def select_page(self, after: int, limit: int) -> Sequence[Row[int, str, bytes]]:
        """Read the next events, as far as they were known."""
        return [row for row in super().select_page(after, limit) if row.position <= self.last]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Read all streams, as far as they were known."""
        last = self.last if stop is None else min(stop, self.last)
        return super().select_notifications(start, limit, last, topics, inclusive_of_start=inclusive_of_start)

    def max_notification_id(self) -> int | None:
        """Give the last position that was known."""
        return self.last or None


class KnownStore(EventStore):
    """The store as it was when `last` was the newest event: reads as the real one, and cannot be written."""

    def __init__(self, datastore: Datastore, last: int) -> None:
        """Show the events up to and including position `last`."""
        super().__init__(datastore, KnownRecorder(datastore, last))

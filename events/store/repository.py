"""Aggregates from their events."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from eventsourcing.application import AggregateNotFoundError, Repository
from eventsourcing.domain import BaseAggregate
from eventsourcing.persistence import EventStore

from events.store.mapper import decode
from events.store.recorder import EventRecorder


class EventRepository(Repository[UUID]):
    """Rebuilds aggregates straight from the rows.

    The library's own way spends two thirds of a load on an assertion about each event's
    protocol, and makes two objects of each row that nobody looks at.
    """

    def __init__(self, event_store: EventStore[UUID], recorder: EventRecorder) -> None:
        """Read from `recorder`; there is no cache and there are no snapshots."""
        super().__init__(event_store)
        self._recorder = recorder

    def get(self, aggregate_id: UUID, *, version: int | None = None, **_unused: Any) -> Any:
        """Give the aggregate as its events, up to `version`, made it; raises `AggregateNotFoundError`."""
        aggregate: BaseAggregate[UUID] | None = None
        for topic, state in self._recorder.select_states(aggregate_id, version):
            aggregate = decode(topic, state).mutate(aggregate)
        if aggregate is None:
            raise AggregateNotFoundError(f"{aggregate_id} version {version}")
        return aggregate

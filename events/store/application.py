"""The store that commands save to and that projections follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from eventsourcing.application import Application, ProjectorFunction, Repository
from eventsourcing.domain import BaseAggregate
from eventsourcing.persistence import ApplicationRecorder, Mapper
from eventsourcing.utils import Environment, EnvType

from events.store.datastore import Datastore
from events.store.errors import UnreadableEvent
from events.store.mapper import EventMapper, decode
from events.store.recorder import EventRecorder
from events.vocabulary.base import Event


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event and its place in the common order."""

    position: int
    event: Event


class EventStore(Application[UUID]):
    """Saves aggregates and gives them back; gives all events in the order they were committed."""

    def __init__(self, datastore: Datastore) -> None:
        """Store in this database, which the caller opened and closes."""
        self.datastore = datastore
        super().__init__()

    def load(self, aggregate_id: UUID) -> BaseAggregate[UUID]:
        """Give the aggregate as its events made it; raises eventsourcing's `AggregateNotFoundError`."""
        return self.repository.get(aggregate_id)

    def recorded(self, after: int, limit: int) -> list[Recorded]:
        """Give up to `limit` events with a position above `after`, in commit order.

        Stops before an event that cannot be read, and raises `UnreadableEvent` when that is
        the first: whoever follows is never ahead of what it could read. An empty list means
        that there are no more; a short one does not.
        """
        batch: list[Recorded] = []
        for row in self.recorder.select_notifications(after, limit, inclusive_of_start=False):
            try:
                batch.append(Recorded(row.id, decode(row.topic, row.state)))
            except UnreadableEvent as error:
                if batch:
                    break
                raise UnreadableEvent(row.id, row.topic, error.why) from error
        return batch

    def last_position(self) -> int:
        """Give the position of the newest event, 0 when there is none."""
        return self.recorder.max_notification_id() or 0

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Take nothing from the process's environment: how we store is not a setting."""
        return Environment(name, env)

    def construct_mapper(self) -> Mapper[UUID]:
        """Store events as their own JSON."""
        return EventMapper()

    def construct_recorder(self) -> ApplicationRecorder:
        """Record in the datastore."""
        return EventRecorder(self.datastore)

    def construct_repository(self) -> Repository[UUID]:
        """Rebuild aggregates without the library's check of every event's protocol."""
        return _Repository(event_store=self.events)


def _evolved(aggregate: Any, events: Iterable[Any]) -> Any:
    for event in events:
        aggregate = event.mutate(aggregate)
    return aggregate


class _Repository(Repository[UUID]):
    """The library's default projector spends two thirds of a load on an assertion; ours does not."""

    def get(
        self,
        aggregate_id: UUID,
        *,
        projector_func: ProjectorFunction[Any, Any] = _evolved,
        **kwargs: Any,
    ) -> Any:
        return super().get(aggregate_id, projector_func=projector_func, **kwargs)

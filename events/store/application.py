"""The store that commands save to and that projections follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from eventsourcing.application import Application, Repository
from eventsourcing.domain import BaseAggregate, DomainEventProtocol, MutableOrImmutableAggregate
from eventsourcing.persistence import ApplicationRecorder, Mapper, Recording
from eventsourcing.utils import Environment, EnvType

from events.store.datastore import Datastore
from events.store.errors import UnreadableEvent
from events.store.mapper import EventMapper, decode
from events.store.recorder import EventRecorder
from events.store.repository import EventRepository
from events.vocabulary.base import Event


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event and its place in the common order."""

    position: int
    event: Event


class EventStore(Application[UUID]):
    """Saves aggregates and gives them back; gives all events in the order they were committed."""

    def __init__(self, datastore: Datastore, recorder: EventRecorder | None = None) -> None:
        """Store in this database, which the caller opened and closes; `recorder` may show less of it."""
        self.datastore = datastore
        self._recorder = recorder or EventRecorder(datastore)
        super().__init__()

    def save(
        self,
        *objs: MutableOrImmutableAggregate[UUID] | DomainEventProtocol[UUID] | None,
        **kwargs: Any,
    ) -> list[Recording[UUID]]:
        """Save what was decided, all or none, in the unit of work in progress or one of its own.

        Raises eventsourcing's `IntegrityError` when another writer was first; the aggregates are
        stale then, and must be loaded and decided upon again.
        """
        # The library asks each object for a runtime protocol, which costs more than the insert.
        decided: list[Any] = []
        for each in objs:
            if isinstance(each, Event):
                decided.append(each)
            elif each is not None:
                decided.extend(cast(BaseAggregate[UUID], each).collect_events())
        return self.events.put(decided, **kwargs)

    def load(self, aggregate_id: UUID) -> BaseAggregate[UUID]:
        """Give the aggregate as its events made it; raises eventsourcing's `AggregateNotFoundError`."""
        aggregate: BaseAggregate[UUID] = self.repository.get(aggregate_id)
        return aggregate

    def recorded(self, after: int, limit: int) -> list[Recorded]:
        """Give up to `limit` events with a position above `after`, in commit order.

        Stops before an event that cannot be read, and raises `UnreadableEvent` when that is
        the first: whoever follows is never ahead of what it could read. An empty list means
        that there are no more; a short one does not.
        """
        batch: list[Recorded] = []
        for position, topic, state in self._recorder.select_page(after, limit):
            try:
                batch.append(Recorded(position, decode(topic, state)))
            except UnreadableEvent as error:
                if batch:
                    break
                raise UnreadableEvent(position, topic, error.why) from error
        return batch

    def begun(self, ids: Sequence[UUID]) -> set[UUID]:
        """Give those of these streams that have begun."""
        return self._recorder.select_begun(ids)

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
        return self._recorder

    def construct_repository(self) -> Repository[UUID]:
        """Rebuild aggregates straight from the rows."""
        return EventRepository(self.events, self._recorder)

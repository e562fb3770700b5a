"""What every event is: a frozen, versioned value with a final stored name."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar, Protocol
from uuid import UUID

from eventsourcing.domain import CanInitAggregate, CanMutateAggregate
from eventsourcing.utils import register_topic
from pydantic import BaseModel, ConfigDict


class Evolves(Protocol):
    """An aggregate: it evolves by events, and that never refuses and never asks the time."""

    def evolve(self, event: Event) -> None:
        """Take the event into the state."""


class Event(BaseModel, CanMutateAggregate[UUID]):
    """A fact that was recorded. Stored under `TOPIC` with `class_version`; neither ever changes.

    `timestamp` is when it was recorded (aware, UTC); `by` is the opaque id of who recorded it.
    Names and addresses never stand in an event: they live in the directory and can be erased.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    TOPIC: ClassVar[str]
    class_version: ClassVar[int] = 1

    originator_id: UUID
    originator_version: int
    timestamp: dt.datetime
    by: str

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Register the stored name, so that no module path is ever stored."""
        super().__pydantic_init_subclass__(**kwargs)
        if "TOPIC" in cls.__dict__:
            register_topic(cls.TOPIC, cls)

    def apply(self, aggregate: Evolves) -> None:
        """Hand the event to its aggregate (the hook of eventsourcing's `mutate`)."""
        aggregate.evolve(self)


class FirstEvent(Event, CanInitAggregate[UUID]):
    """The event that begins a stream; `originator_topic` is the stored name of the aggregate."""

    originator_topic: str

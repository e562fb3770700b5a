"""Given what was recorded, when this is decided, then these events or this refusal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

import pytest
from eventsourcing.domain import BaseAggregate

from events.vocabulary.base import Event
from workflow.duty.state import Stamp
from workflow.refusals import Refusal

ID = UUID("0b0f6c5e-55d3-5d4f-8b3e-6a6f1f0a7c11")
NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
STAMP = Stamp(NOW, "p-controller")
_COMMON = {"originator_id", "originator_version", "timestamp", "by", "originator_topic"}

A = TypeVar("A", bound=BaseAggregate[UUID])


@dataclass(frozen=True)
class Told:
    """An event of any stream: its class, and the fields that tell what happened."""

    kind: type[Event]
    fields: dict[str, Any]

    def event(self, version: int, topic: str) -> Event:
        """Make the event as it would have been recorded."""
        begins = {"originator_topic": topic} if version == 1 else {}
        common = {"originator_id": ID, "originator_version": version, "timestamp": NOW, "by": "p-controller"}
        return self.kind(**common, **begins, **self.fields)


def told(kind: type[Event], /, **fields: Any) -> Told:
    """Say what happened."""
    return Told(kind, fields)


@dataclass(frozen=True)
class Decided(Generic[A]):
    """What came of a decision."""

    aggregate: A
    refusal: Refusal | None

    def then(self, *expected: Told) -> A:
        """Expect exactly these events."""
        assert self.refusal is None, f"refused: {self.refusal!r}"
        found = [
            (type(event), event.model_dump(exclude=_COMMON))
            for event in self.aggregate.pending_events
            if isinstance(event, Event)
        ]
        version = self.aggregate.version - len(found)
        wanted = [one.event(version + n, "") for n, one in enumerate(expected, start=1)]
        assert found == [(type(event), event.model_dump(exclude=_COMMON)) for event in wanted]
        return self.aggregate

    def then_nothing(self) -> A:
        """Expect that all was as asked already."""
        return self.then()

    def then_refused(self, rule: type[Refusal]) -> Refusal:
        """Expect this refusal, and no event."""
        assert type(self.refusal) is rule, f"expected {rule.__name__}, got {self.refusal!r}"
        assert not self.aggregate.pending_events
        assert self.refusal is not None
        return self.refusal


@dataclass(frozen=True)
class Given(Generic[A]):
    """An aggregate with a past."""

    aggregate: A

    def when(self, decide: Callable[[A], object]) -> Decided[A]:
        """Decide something."""
        try:
            decide(self.aggregate)
        except Refusal as refusal:
            return Decided(self.aggregate, refusal)
        return Decided(self.aggregate, None)


def given(kind: type[A], *past: Told) -> Given[A]:
    """Rebuild an aggregate from what was recorded."""
    aggregate: Any = None
    for version, one in enumerate(past, start=1):
        aggregate = one.event(version, str(getattr(kind, "TOPIC"))).mutate(aggregate)  # noqa: B009 - set on subclasses only
    if not isinstance(aggregate, kind):
        pytest.fail(f"the past does not begin a {kind.__name__}")
    return Given(aggregate)

"""What people wrote and decided about a year's report: texts, ticks, closing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from events.store.application import Recorded
from events.vocabulary import year as events


@dataclass(frozen=True, slots=True)
class Typed:
    """A text that a person (opaque id) typed, and the event that has it."""

    text: str
    by: str
    at: dt.datetime
    position: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A demand that the report meets, where, and the event that says so."""

    where: str
    by: str
    position: int


@dataclass(slots=True)
class YearHistory:
    """One year: texts by report and place, ticks by letter and demand; `closed` until it is reopened."""

    year: int
    texts: dict[tuple[str, str], Typed] = field(default_factory=dict)
    ticks: dict[tuple[UUID, str], Tick] = field(default_factory=dict)
    closed: events.YearClosed | None = None

    @classmethod
    def take(cls, by_stream: dict[UUID, YearHistory], recorded: Recorded) -> None:
        """Take an event into the year it is about; others are none of its business."""
        event = recorded.event
        if isinstance(event, events.YearOpened):
            by_stream[event.originator_id] = cls(event.year)
        elif event.originator_id in by_stream:
            by_stream[event.originator_id]._taken(recorded)

    def _taken(self, recorded: Recorded) -> None:
        event, position = recorded.event, recorded.position
        if isinstance(event, events.YearTextWritten):
            typed = Typed(event.text, event.by, event.timestamp, position)
            self.texts[event.report, event.place] = typed
        elif isinstance(event, events.DemandTicked):
            self.ticks[event.letter, event.demand] = Tick(event.where, event.by, position)
        elif isinstance(event, events.DemandUnticked):
            self.ticks.pop((event.letter, event.demand), None)
        elif isinstance(event, events.YearClosed):
            self.closed = event
        elif isinstance(event, events.YearReopened):
            self.closed = None

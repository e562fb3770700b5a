"""What is known of an agency's duties up to a moment, each fact with its place in the trail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from events.store.application import EventStore, Recorded
from events.vocabulary import deviation as deviations
from events.vocabulary.base import Event
from events.vocabulary.letter import LetterRegistered
from projections.engine.duty.fold import folded
from projections.engine.duty.letters import Letter
from projections.engine.duty.state import Duty
from projections.engine.duty.touching import sort
from workflow.directory.directory import Directory
from workflow.reporting.model import Trace
from workflow.reporting.year_history import YearHistory

PAGE = 1000
E = TypeVar("E", bound=Event)


@dataclass(slots=True)
class Followed:
    """A duty as its events made it, and those events with their positions, oldest first."""

    duty: Duty
    recorded: list[Recorded] = field(default_factory=list)

    def events(self, *shapes: type[E], part: str | None = None) -> Iterator[tuple[int, E]]:
        """Give the events of these shapes with their positions; with `part`, only those about it."""
        for each in self.recorded:
            if isinstance(each.event, shapes) and part in (None, getattr(each.event, "part", "")):
                yield each.position, each.event

    def trace(self, *shapes: type[Event], part: str | None = None) -> Trace:
        """Point to the events of these shapes; without a shape, to the event that began the duty."""
        positions = tuple(position for position, _ in self.events(*shapes, part=part))
        return Trace(self.duty.id, self.duty.reference, positions or (self.recorded[0].position,))

    def trace_of_deviation(self, deviation: UUID) -> Trace:
        """Point to everything that was recorded about a deviation."""
        found = (each for each in self.recorded if getattr(each.event, "deviation", None) == deviation)
        return Trace(self.duty.id, self.duty.reference, tuple(each.position for each in found))

    def told(self, deviation: UUID) -> tuple[deviations.MinistryTold, ...]:
        """Give each time that the ministry was told of a deviation."""
        told = self.events(deviations.MinistryTold)
        return tuple(event for _, event in told if event.deviation == deviation)


@dataclass(slots=True)
class History:
    """Everything that a report may say. `known_at` is aware; `position` is that of the last event known."""

    agency: str
    known_at: dt.datetime
    position: int = 0
    duties: dict[UUID, Followed] = field(default_factory=dict)
    letters: dict[UUID, Letter] = field(default_factory=dict)
    years: dict[int, YearHistory] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """What to call people and units, by id; who was erased has none."""
    erased: frozenset[str] = frozenset()

    def year(self, year: int) -> YearHistory:
        """Give what was written, ticked and closed for a year; nothing where it was never opened."""
        return self.years.get(year, YearHistory(year))

    def children(self, parent: UUID) -> list[Followed]:
        """Give the duties that belong to another one."""
        return [each for each in self.duties.values() if each.duty.parent == parent]


def gather(store: EventStore, directory: Directory, agency: str, known_at: dt.datetime) -> History:
    """Read every event recorded up to and including `known_at`, whenever what it tells took place.

    People and units have the names that the directory knows today: an erased one stays erased.
    """
    erased = frozenset(directory.erased())
    names = {unit.id: unit.name for unit in directory.units()}
    names |= {person.id: person.name for person in directory.people() if person.id not in erased}
    history = History(agency, known_at, names=names, erased=erased)
    by_stream: dict[UUID, YearHistory] = {}
    after = 0
    while page := store.recorded(after, PAGE):
        after = page[-1].position
        known = [each for each in page if each.event.timestamp <= known_at]
        if known:
            history.position = known[-1].position
            _take(history, known, by_stream)
    history.years = {each.year: each for each in by_stream.values()}
    return history


def _take(history: History, page: list[Recorded], by_stream: dict[UUID, YearHistory]) -> None:
    """Take a page of events into the history."""
    about = sort(page)
    for letter in about.letters:
        history.letters[letter.originator_id] = _letter(letter)
    for each in about.duties:
        _follow(history, each)
    for each in page:
        YearHistory.take(by_stream, each)


def _follow(history: History, recorded: Recorded) -> None:
    stream = recorded.event.originator_id
    followed = history.duties.get(stream)
    duty = folded(followed.duty if followed else None, recorded.event)
    if followed is None:
        followed = history.duties[stream] = Followed(duty)
    followed.recorded.append(recorded)


def _letter(event: LetterRegistered) -> Letter:
    return Letter(
        event.originator_id, event.name, event.year, event.channel, event.dated_on, event.case_reference
    )

"""What is known of an agency's duties up to a moment, each fact with its place in the trail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
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
from workflow.reporting.references import known_reference
from workflow.reporting.year_history import YearHistory

PAGE = 1000
E = TypeVar("E", bound=Event)


@dataclass(slots=True)
class Followed:
    """A duty as its events made it, and those events with their positions, oldest first."""

    duty: Duty
    recorded: list[Recorded] = field(default_factory=list)

    @property
    def label(self) -> str:
        """What to call the duty where it is pointed to; a key made from a secret title is secret too."""
        shown = known_reference(self.duty.reference, shielded=self.duty.shielded)
        return shown or str(self.duty.id)[:8]

    def events(self, *shapes: type[E], part: str | None = None) -> Iterator[tuple[int, E]]:
        """Give the events of these shapes with their positions; with `part`, only those about it."""
        for each in self.recorded:
            if isinstance(each.event, shapes) and part in (None, getattr(each.event, "part", "")):
                yield each.position, each.event

    def trace(self, *shapes: type[Event], part: str | None = None) -> Trace:
        """Point to the events of these shapes; without a shape, to the event that began the duty."""
        positions = tuple(position for position, _ in self.events(*shapes, part=part))
        return Trace(self.duty.id, self.label, positions or (self.recorded[0].position,))

    def trace_of_deviation(self, deviation: UUID) -> Trace:
        """Point to everything that was recorded about a deviation."""
        found = (each for each in self.recorded if getattr(each.event, "deviation", None) == deviation)
        return Trace(self.duty.id, self.label, tuple(each.position for each in found))

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
    names: Mapping[str, str] = field(default_factory=dict)
    """What to call people and units, by id; who was erased has none."""
    erased: frozenset[str] = frozenset()
    years: dict[UUID, YearHistory] = field(default_factory=dict)
    """By stream."""

    def take(self, page: Sequence[Recorded]) -> None:
        """Take the events of a page that were recorded in time to be known, in the order of the trail."""
        known = [each for each in page if each.event.timestamp <= self.known_at]
        about = sort(known)
        self.letters |= {each.originator_id: _letter(each) for each in about.letters}
        for each in about.duties:
            self._follow(each)
        for each in known:
            YearHistory.take(self.years, each)
            self.position = each.position

    def year(self, year: int) -> YearHistory:
        """Give what was written, ticked and closed for a year; nothing where it was never opened."""
        return next((each for each in self.years.values() if each.year == year), YearHistory(year))

    def _follow(self, recorded: Recorded) -> None:
        stream = recorded.event.originator_id
        followed = self.duties.get(stream)
        duty = folded(followed.duty if followed else None, recorded.event)
        if followed is None:
            followed = self.duties[stream] = Followed(duty)
        followed.recorded.append(recorded)


def gather(store: EventStore, directory: Directory, agency: str, known_at: dt.datetime) -> History:
    """Read every event recorded up to and including `known_at`, whenever what it tells took place.

    People and units have the names that the directory knows today: an erased one stays erased.
    """
    erased = frozenset(directory.erased())
    names = {unit.id: unit.name for unit in directory.units()}
    names |= {person.id: person.name for person in directory.people() if person.id not in erased}
    history = History(agency, known_at, names=names, erased=erased)
    after = 0
    while page := store.recorded(after, PAGE):
        after = page[-1].position
        history.take(page)
    return history


def _letter(event: LetterRegistered) -> Letter:
    return Letter(
        event.originator_id, event.name, event.year, event.channel, event.dated_on, event.case_reference
    )

"""One agency's year: what is written and ticked for its reports, and whether it is closed."""

from __future__ import annotations

import datetime as dt
from typing import Self
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from events.vocabulary import year as told
from events.vocabulary.base import Event
from workflow.duty.core import require_reason
from workflow.duty.state import Stamp
from workflow.evolution import evolver
from workflow.year import refusals


class Year(BaseAggregate[UUID]):
    """Every decision about a year. Each records what happened, or nothing where all is so already."""

    TOPIC = "year"

    def __init__(self) -> None:
        """Begin empty; the first event fills it."""
        self.year = 0
        self.texts: dict[tuple[str, str], str] = {}
        self.ticks: dict[tuple[UUID, str], str] = {}
        self.is_closed = False

    def evolve(self, event: Event) -> None:
        """Take an event into the state."""
        _evolve(self, event)

    @classmethod
    def open(cls, id: UUID, agency: str, year: int, stamp: Stamp) -> Self:
        """Begin the stream of a year."""
        return cls._create(told.YearOpened, id=id, agency=agency, year=year, **stamp.fields)

    def write(self, report: str, place: str, text: str, stamp: Stamp) -> None:
        """Keep what a person wrote for one place of a report."""
        if self.texts.get((report, place), "") == text:
            return
        self._require_open()
        self.trigger_event(told.YearTextWritten, report=report, place=place, text=text, **stamp.fields)

    def tick(self, letter: UUID, demand: str, where: str, stamp: Stamp) -> None:
        """Say where a demand is met."""
        if not where.strip():
            raise refusals.WhereMissing
        if self.ticks.get((letter, demand)) == where:
            return
        self._require_open()
        self.trigger_event(told.DemandTicked, letter=letter, demand=demand, where=where, **stamp.fields)

    def untick(self, letter: UUID, demand: str, reason: str, stamp: Stamp) -> None:
        """Say that a demand is not met after all."""
        if (letter, demand) not in self.ticks:
            raise refusals.NotTicked
        self._require_open()
        require_reason(reason)
        self.trigger_event(told.DemandUnticked, letter=letter, demand=demand, reason=reason, **stamp.fields)

    def close(self, closed_on: dt.date, checkpoint: str, carried: tuple[UUID, ...], stamp: Stamp) -> None:
        """Close it; that everything is decided is for the caller to know."""
        facts = {"closed_on": closed_on, "checkpoint": checkpoint, "carried": carried}
        self.trigger_event(told.YearClosed, **facts, **stamp.fields)

    def reopen(self, reason: str, reference: str, stamp: Stamp) -> None:
        """Open it again."""
        if not self.is_closed:
            raise refusals.YearNotClosed(year=self.year)
        require_reason(reason)
        self.trigger_event(told.YearReopened, reason=reason, reference=reference, **stamp.fields)

    def _require_open(self) -> None:
        if self.is_closed:
            raise refusals.YearIsClosed(year=self.year)


def _opened(year: Year, event: told.YearOpened) -> None:
    year.year = event.year


def _written(year: Year, event: told.YearTextWritten) -> None:
    year.texts[event.report, event.place] = event.text


def _ticked(year: Year, event: told.DemandTicked) -> None:
    year.ticks[event.letter, event.demand] = event.where


def _unticked(year: Year, event: told.DemandUnticked) -> None:
    year.ticks.pop((event.letter, event.demand), None)


def _closed(year: Year, _event: told.YearClosed) -> None:
    year.is_closed = True


def _reopened(year: Year, _event: told.YearReopened) -> None:
    year.is_closed = False


_evolve = evolver(
    {
        told.YearOpened: _opened,
        told.YearTextWritten: _written,
        told.DemandTicked: _ticked,
        told.DemandUnticked: _unticked,
        told.YearClosed: _closed,
        told.YearReopened: _reopened,
    }
)

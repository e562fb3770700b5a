"""What a report says, in every format: sections of paragraphs, tables and figures, each traced to its events.

A format writes all of it and nothing else, so that no format knows more or less than another. All
texts are finished in the report's language; a format adds none but the words of its own controls.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class ReportKind(StrEnum):
    """Which report it is."""

    YEAR = "year"
    HALF_YEAR = "half-year"
    STATUS = "status"
    CALENDAR = "calendar"
    """The styringskalender as the ministry prints it."""
    HISTORY = "history"
    """The readable trail, of one duty or of all."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a statement rests on: a duty (None for what is about several) and positions of events."""

    duty: UUID | None
    reference: str
    positions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `value` is the text as a number or a day, for formats that keep them as such."""

    text: str
    value: dt.date | int | float | None = None
    traces: tuple[Trace, ...] = ()
    typed: bool = False
    """Written by a person, not read from the trail; marked as such in every format."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `typed` was written by a person, whose name is `by`."""

    text: str
    traces: tuple[Trace, ...] = ()
    typed: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings; the first cell of a row heads the row. `key` is stable and ASCII."""

    key: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    narrow: tuple[int, ...] = ()
    """The columns that hold dates, numbers and references, and need little width."""


class FigureKind(StrEnum):
    """How the numbers are drawn."""

    STACKED_BARS = "stacked-bars"
    BARS = "bars"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Series:
    """One named row of numbers, one for each category of its figure."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of numbers, with the same numbers as a table; `alternative` says in words what it shows."""

    key: str
    caption: str
    alternative: str
    kind: FigureKind
    axis: str
    """What the numbers count, for the axis."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    table: Table


Block = Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: `level` 1 to 3, in order; `key` is stable and ASCII («goal-1»)."""

    key: str
    heading: str
    level: int
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `first` to `last` is its period; it says what was known at `known_at` (aware, UTC)."""

    kind: ReportKind
    title: str
    agency: str
    language: str
    first: dt.date
    last: dt.date
    known_at: dt.datetime
    made_by: str
    """Name of who made it."""
    sections: tuple[Section, ...]
    facts: tuple[tuple[str, str], ...] = field(default=())
    """What stands on the front: a label and what it says (period, trail's position, checkpoint)."""

    def tables(self) -> Iterator[Table]:
        """Give every table, also those beside figures, in order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    yield block
                elif isinstance(block, Figure):
                    yield block.table

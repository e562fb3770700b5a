"""The pieces a letter falls into before it is understood, in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass

from workflow.reading.passage import Passage
from workflow.reading.references import Reference
from workflow.reading.text import Table


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` where the format says so, `goal` where it names one of the letter's goals."""

    passage: Passage
    level: int | None = None
    goal: int | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """The heading of an assignment's own description: its id and title."""

    reference: Reference
    title: Passage
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table that has lost its ruling: what (`left`), when (`right`), its id if it has one."""

    left: Passage
    right: Passage
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under one table head (`columns` is empty where there was none)."""

    rows: tuple[Row, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dump:
    """A table that came out column by column: each column's head and its blocks of lines."""

    columns: tuple[tuple[str, tuple[Passage, ...]], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """«Frist 15.10.2026»: a deadline that belongs to what was said before; `label` is its own word."""

    label: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `bullet` for a point of a list."""

    passage: Passage
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A table that the format itself marks."""

    table: Table
    page: int | None = None


Segment = Heading | Assignment | Rows | Dump | Field | Paragraph | Marked

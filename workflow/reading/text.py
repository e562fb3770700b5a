"""The text of a letter with its structure: what every document format becomes before it is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text. `number` is 1-based; `level` is the heading level where the format says so."""

    number: int
    text: str
    page: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its whole text, and the numbers of the lines it stands on (first, last)."""

    text: str
    first_line: int
    last_line: int
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table that the format itself marks as one. Every row has the same number of cells.

    A cell that spans rows is repeated with the same lines; the text of a table also stands in the
    lines of the letter, one line per row and paragraph, cells divided by « | ».
    """

    rows: tuple[tuple[Cell, ...], ...]
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class LetterText:
    """A document as text: its lines from 1, and the tables that the format marked."""

    name: str
    sha256: str
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    pages: int | None = None
    pages_without_text: tuple[int, ...] = ()
    """Pages that are pictures: what stands on them was not read."""

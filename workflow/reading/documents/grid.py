"""Cells that span rows and columns become a full grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from workflow.reading.documents import limits
from workflow.reading.documents.refusals import TooMuchText
from workflow.reading.text import Cell

Grid = tuple[tuple[Cell, ...], ...]


class Spanned(Protocol):
    """Anything that covers some rows and columns."""

    @property
    def rowspan(self) -> int:
        """Rows covered, at least 1."""

    @property
    def colspan(self) -> int:
        """Columns covered, at least 1."""


@dataclass(frozen=True, slots=True)
class Spanning:
    """A cell, and how many rows and columns it covers."""

    cell: Cell
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the cell at `rows[row][index]` stands in one of the rows that it covers."""

    column: int
    row: int
    index: int


def place(name: str, rows: Sequence[Sequence[Spanned]]) -> list[list[Placed]]:
    """Give for each row, from left to right, its own cells and those that reach down into it.

    Raises `TooMuchText` beyond `limits.MAX_CELLS`.
    """
    taken: list[dict[int, Placed]] = [{} for _ in rows]
    budget = limits.MAX_CELLS
    for row, cells in enumerate(rows):
        column = 0
        for index, cell in enumerate(cells):
            while column in taken[row]:
                column += 1
            below = taken[row : row + max(cell.rowspan, 1)]
            budget -= len(below) * cell.colspan
            if budget < 0:
                raise TooMuchText(name=name, limit=limits.MAX_CELLS)
            for target in below:
                target.update(dict.fromkeys(range(column, column + cell.colspan), Placed(column, row, index)))
            column += cell.colspan
    return [sorted(set(row.values()), key=lambda placed: placed.column) for row in taken]


def unfold(name: str, rows: Sequence[Sequence[Spanning]]) -> Grid:
    """Put each cell in every place it covers, and fill what is missing with empty cells.

    A cell that covers several places is the same object in all of them. One that is alone on its
    row and as wide as the table heads the rows below it, and stands in the first column only. Raises
    `TooMuchText` beyond `limits.MAX_CELLS`.
    """
    filled = [_fill(rows, placed) for placed in place(name, rows)]
    width = max((column + 1 for row in filled for column in row), default=0)
    if width * len(filled) > limits.MAX_CELLS:
        raise TooMuchText(name=name, limit=limits.MAX_CELLS)
    return tuple(_complete(row, width) for row in filled if row)


def _fill(rows: Sequence[Sequence[Spanning]], row: Sequence[Placed]) -> dict[int, Cell]:
    cells: dict[int, Cell] = {}
    for placed in row:
        spanning = rows[placed.row][placed.index]
        columns = range(placed.column, placed.column + spanning.colspan)
        cells.update(dict.fromkeys(columns, spanning.cell))
    return cells


def _complete(row: dict[int, Cell], width: int) -> tuple[Cell, ...]:
    anchor = next(iter(row.values()))
    empty = replace(anchor, text="", last_line=anchor.first_line)
    if width > 1 and len(row) == width and all(cell is anchor for cell in row.values()):
        return (anchor, *(empty for _ in range(width - 1)))
    return tuple(row.get(column, empty) for column in range(width))


def with_header(grid: Grid) -> Grid:
    """Mark the first row as header when it has words and no digit, and a later row has digits."""
    if len(grid) < 2 or any(cell.is_header for row in grid for cell in row):
        return grid
    first, *rest = grid
    if _digits(first) or not any(cell.text.strip() for cell in first) or not any(map(_digits, rest)):
        return grid
    return (tuple(_headers(first)), *rest)


def _digits(row: Sequence[Cell]) -> bool:
    return any(char.isdigit() for cell in row for char in cell.text)


def _headers(row: Sequence[Cell]) -> Iterator[Cell]:
    made: dict[int, Cell] = {}
    for cell in row:
        yield made.setdefault(id(cell), replace(cell, is_header=True))

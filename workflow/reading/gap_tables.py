"""Tables that only wide gaps hold up: cut where the head's columns begin."""

from __future__ import annotations

import re

from workflow.reading.layout import DEADLINE_COLUMN, MONTH_LINE, columns_of
from workflow.reading.norsk import fold
from workflow.reading.text import Cell, Line, Table

_FEWEST = 2
_WORDS = re.compile(r"\S+(?: \S+)*")


def below(lines: list[Line], columns: int, blank_before: set[int]) -> Table | None:
    """The table whose head is the first line, when bars or gaps divide it."""
    barred = piped(lines, columns) if "|" in lines[0].text else None
    return barred or table(lines, blank_before)


def table(lines: list[Line], blank_before: set[int]) -> Table | None:
    """Lay out the lines under a head as a table; None where the deadlines' column comes last.

    A row whose deadline comes last can be divided without columns, and more safely.
    """
    head = list(_WORDS.finditer(lines[0].text.expandtabs()))
    names = [match[0] for match in head]
    if len(names) < 2 or columns_of(names) is None or _is_last(names):
        return None
    starts = [match.start() for match in head]
    rows = [[Cell(name, lines[0].number, lines[0].number, True) for name in names]]
    for line in lines[1:]:
        cells = _cut(line.text.expandtabs(), starts)
        if cells is None:
            break
        filled = [index for index, cell in enumerate(cells) if cell]
        if (
            len(filled) == 1
            and line.number not in blank_before
            and len(rows) > 1
            and not MONTH_LINE.match(line.text)
        ):
            rows[-1][filled[0]] = _longer(rows[-1][filled[0]], cells[filled[0]], line.number)
        elif len(filled) == 1 and not MONTH_LINE.match(line.text):
            break
        else:
            rows.append([Cell(cell, line.number, line.number) for cell in cells])
    if len(rows) < 2:
        return None
    return Table(
        tuple(tuple(row) for row in rows),
        lines[0].number,
        max(cell.last_line for row in rows for cell in row),
    )


def piped(lines: list[Line], columns: int) -> Table | None:
    """A table whose cells bars divide on every line; None where fewer than two rows follow the head."""
    rows = []
    for index, line in enumerate(lines):
        cells = [cell.strip() for cell in line.text.strip().strip("|").split("|")]
        if len(cells) != columns:
            break
        rows.append(tuple(Cell(cell, line.number, line.number, index == 0) for cell in cells))
    return Table(tuple(rows), lines[0].number, lines[len(rows) - 1].number) if len(rows) > _FEWEST else None


def _is_last(names: list[str]) -> bool:
    if any("frist" in fold(name) for name in names):
        return "frist" in fold(names[-1])
    return bool(DEADLINE_COLUMN.match(names[-1]))


def _cut(text: str, starts: list[int]) -> list[str] | None:
    """The cells of a line; None where a word stands across the beginning of a column."""
    cells = [""] * len(starts)
    for match in _WORDS.finditer(text):
        for piece in re.finditer(r"\S+(?: \S+)*", match[0]):
            begin = match.start() + piece.start()
            column = max((i for i, start in enumerate(starts) if start <= begin + 2), default=0)
            if column + 1 < len(starts) and begin + len(piece[0]) > starts[column + 1] + 1:
                return None
            cells[column] = f"{cells[column]} {piece[0]}".strip()
    return cells


def _longer(cell: Cell, more: str, number: int) -> Cell:
    return Cell(
        f"{cell.text}\n{more}" if cell.text else more, cell.first_line if cell.text else number, number
    )

"""Tables drawn in plain text, where they are drawn so plainly that no reader could see anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workflow.reading.documents.grid import with_header
from workflow.reading.text import Cell, Line, Table

_MIN_ROWS = 3
_BAR = re.compile(r"(?:^|(?<=\s))\|(?=\s|$)")
_GAP = re.compile(r"\t+| {2,}")


def drawn_tables(lines: Sequence[Line]) -> list[Table]:
    """Find the paragraphs of at least three lines that are rows of one table, from first to last.

    Rows are divided by « | », by tabs, or by blanks that leave the columns standing straight. A
    paragraph with one line that does not fit is prose, or a table that only a reader can judge.
    """
    tables = []
    for paragraph in _paragraphs(lines):
        if len(paragraph) >= _MIN_ROWS:
            rows = _barred(paragraph) or _tabbed(paragraph) or _straight(paragraph)
            if rows:
                tables.append(_table(paragraph, rows))
    return tables


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if line.text.strip():
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _barred(paragraph: Sequence[Line]) -> list[list[str]] | None:
    if any("|" not in line.text for line in paragraph):
        return None
    return _even([_BAR.split(line.text) for line in paragraph])


def _tabbed(paragraph: Sequence[Line]) -> list[list[str]] | None:
    if any("\t" not in line.text.strip(" ") for line in paragraph):
        return None
    return _even([line.text.split("\t") for line in paragraph])


def _even(rows: list[list[str]]) -> list[list[str]] | None:
    return rows if len(rows[0]) > 1 and len({len(row) for row in rows}) == 1 else None


def _straight(paragraph: Sequence[Line]) -> list[list[str]] | None:
    """Every line has the same number of columns, and each column starts at the same place in all."""
    if any(not _GAP.search(line.text.strip()) for line in paragraph):
        return None
    starts = [_starts(line.text) for line in paragraph]
    if len(starts[0]) < 2 or any(start != starts[0] for start in starts[1:]):
        return None
    return [_GAP.split(line.text.strip()) for line in paragraph]


def _starts(text: str) -> list[int]:
    shown = text.expandtabs()
    first = len(shown) - len(shown.lstrip())
    return [first, *(gap.end() for gap in _GAP.finditer(shown.rstrip(), first))]


def _table(paragraph: Sequence[Line], rows: list[list[str]]) -> Table:
    grid = tuple(
        tuple(Cell(text.strip(), line.number, line.number) for text in row)
        for line, row in zip(paragraph, rows, strict=True)
    )
    return Table(with_header(grid), paragraph[0].number, paragraph[-1].number)

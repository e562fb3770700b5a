"""Tables of a PDF page that are drawn with ruling lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pdfplumber.page import Page

from workflow.reading.documents.blocks import CellBlock, Paragraph, TableBlock
from workflow.reading.documents.pdf_lines import Word, lines_of_words

_NEAR = 2.0
_MOST_EDGES = 4_000
"""Maps and figures have more lines than any table, and cost more than they give."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on a page: its content, its place, and where its columns begin and end."""

    block: TableBlock
    top: float
    bottom: float
    edges: tuple[float, ...]


def ruled_tables(page: Page, words: Sequence[Word], number: int) -> tuple[list[FoundTable], list[Word]]:
    """Find the tables drawn with lines; also give the words that stand in none of them.

    A frame with a single column is a box around text, not a table.
    """
    if (not page.lines and not page.rects and not page.curves) or len(page.edges) > _MOST_EDGES:
        return [], list(words)
    found, left = [], list(words)
    for table in page.find_tables():
        cells = sorted({cell for cell in table.cells if cell}, key=lambda cell: (cell[1], cell[0]))
        columns = _edges([x for cell in cells for x in (cell[0], cell[2])])
        inside = [word for word in left if any(_holds(cell, word) for cell in cells)]
        if len(columns) > 2 and inside:
            found.append(_table(cells, columns, inside, number))
            taken = set(map(id, inside))
            left = [word for word in left if id(word) not in taken]
    return found, left


def _table(cells: Sequence[Box], columns: list[float], words: Sequence[Word], number: int) -> FoundTable:
    levels = _edges([y for cell in cells for y in (cell[1], cell[3])])
    rows: list[list[CellBlock]] = [[] for _ in levels[:-1]]
    for cell in cells:
        inside = [word for word in words if _holds(cell, word)]
        rows[_index(levels, cell[1])].append(_cell(cell, inside, columns, levels, number))
    kept = _without_empty(rows)
    block = TableBlock(tuple(map(tuple, kept)), number)
    return FoundTable(block, levels[0], levels[-1], tuple(columns))


def _cell(
    cell: Box, words: Sequence[Word], columns: list[float], levels: list[float], page: int
) -> CellBlock:
    content = tuple(Paragraph(line.text, page=page) for line in lines_of_words(words))
    rowspan = _index(levels, cell[3]) - _index(levels, cell[1])
    colspan = _index(columns, cell[2]) - _index(columns, cell[0])
    return CellBlock(content, max(rowspan, 1), max(colspan, 1))


def _without_empty(rows: Sequence[list[CellBlock]]) -> list[list[CellBlock]]:
    """Double rules and shading draw rows that hold nothing; with no span across they can go."""
    if any(cell.rowspan > 1 for row in rows for cell in row):
        return list(rows)
    return [row for row in rows if any(cell.content for cell in row)]


def _holds(cell: Box, word: Word) -> bool:
    middle, height = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return cell[0] <= middle <= cell[2] and cell[1] <= height <= cell[3]


def _edges(values: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return edges


def _index(edges: list[float], value: float) -> int:
    return min(bisect_left(edges, value - _NEAR), len(edges) - 1)

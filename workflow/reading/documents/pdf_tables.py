"""Tables of a PDF page that are drawn with ruling lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pdfplumber.page import Page

from workflow.reading.documents.blocks import CellBlock, Paragraph, TableBlock
from workflow.reading.documents.pdf_bands import (
    Box,
    columns_of_cells,
    edges_of,
    holds,
    parted,
    stacked,
    with_bands,
)
from workflow.reading.documents.pdf_lines import Word, lines_of_words
from workflow.reading.documents.pdf_wraps import mend
from workflow.reading.layout import columns_of

_NEAR = 2.0
_MOST_EDGES = 4_000
"""Maps and figures have more lines than any table, and cost more than they give."""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on a page: its content, its place, and where its columns begin and end."""

    block: TableBlock
    top: float
    bottom: float
    edges: tuple[float, ...]


def ruled_tables(page: Page, words: Sequence[Word], number: int) -> tuple[list[FoundTable], list[Word]]:
    """Find the tables drawn with lines; also give the words that stand in none of them.

    A frame with a single column is a box around text, not a table; a drawn head over rows that are
    not drawn is left to those who find rows by how they stand.
    """
    if (not page.lines and not page.rects and not page.curves) or len(page.edges) > _MOST_EDGES:
        return [], list(words)
    found, left = [], list(words)
    drawn = [[cell for cell in table.cells if cell] for table in page.find_tables()]
    for boxes in stacked([cells for cells in drawn if cells], words):
        cells = with_bands(sorted(set(boxes)), left)
        inside = [word for word in left if any(holds(cell, word) for cell in cells)]
        if len(columns_of_cells(cells)) < 3 or not inside:
            continue
        table = _table(cells, inside, number)
        if not _is_mere_head(table):
            found.append(table)
            taken = set(map(id, inside))
            left = [word for word in left if id(word) not in taken]
    return found, left


def _is_mere_head(table: FoundTable) -> bool:
    texts = [" ".join(p.text for p in c.content if isinstance(p, Paragraph)) for c in table.block.rows[0]]
    return len(table.block.rows) == 1 and columns_of(texts) is not None


def _table(cells: Sequence[Box], words: Sequence[Word], number: int) -> FoundTable:
    columns = columns_of_cells(cells)
    levels = edges_of([y for cell in cells for y in (cell[1], cell[3])])
    rows: list[list[CellBlock]] = [[] for _ in levels[:-1]]
    for cell, inside in parted(cells, words):
        rows[_index(levels, cell[1])].append(_cell(cell, inside, columns, levels, number))
    block = TableBlock(tuple(map(tuple, _without_empty(rows))), number)
    return FoundTable(block, levels[0], levels[-1], tuple(columns))


def _cell(
    cell: Box, words: Sequence[Word], columns: list[float], levels: list[float], page: int
) -> CellBlock:
    lines = [(line.text, line.words) for line in lines_of_words(words)]
    padding = min((word.x0 for word in words), default=cell[0]) - cell[0]
    content = tuple(Paragraph(text, page=page) for text in mend(lines, cell[2] - padding))
    rowspan = _index(levels, cell[3]) - _index(levels, cell[1])
    colspan = _index(columns, cell[2]) - _index(columns, cell[0])
    return CellBlock(content, max(rowspan, 1), max(colspan, 1))


def _without_empty(rows: Sequence[list[CellBlock]]) -> list[list[CellBlock]]:
    """Double rules and shading draw rows that hold nothing; with no span across they can go."""
    if any(cell.rowspan > 1 for row in rows for cell in row):
        return list(rows)
    return [row for row in rows if any(cell.content for cell in row)]


def _index(edges: list[float], value: float) -> int:
    return min(bisect_left(edges, value - _NEAR), len(edges) - 1)

"""Blocks become numbered lines, and tables that know which lines their cells stand on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from workflow.reading.documents import limits
from workflow.reading.documents.blocks import Block, CellBlock, Paragraph, TableBlock
from workflow.reading.documents.grid import Spanning, place, unfold, with_header
from workflow.reading.documents.refusals import TooMuchText
from workflow.reading.text import Cell, Line, Table

DIVIDER = " | "


@dataclass(slots=True)
class Layout:
    """Numbered lines, and the tables among them, outer before inner."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pages: int | None = None
    pages_without_text: tuple[int, ...] = ()


def lay_out(name: str, blocks: Iterable[Block]) -> Layout:
    """Number the blocks' lines from 1, with a blank line between paragraphs, as in plain text.

    A table row takes as many lines as its longest cell has, the cells side by side; a cell that
    reaches down from an earlier row is blank in the lines below, as in a printed table. Raises
    `TooMuchText` beyond `limits.MAX_LINES`.
    """
    result = Layout()
    for block in blocks:
        if result.lines and not (isinstance(block, Paragraph) and block.joined):
            result.lines.append(Line(len(result.lines) + 1, "", result.lines[-1].page))
        _append(name, result, block, len(result.lines) + 1)
        if len(result.lines) > limits.MAX_LINES:
            raise TooMuchText(name=name, limit=limits.MAX_LINES)
    return result


def _append(name: str, result: Layout, block: Block, number: int) -> None:
    if isinstance(block, Paragraph):
        result.lines.append(Line(number, block.text, block.page, block.level))
        return
    laid = _lay_out_table(name, block, number)
    result.lines.extend(laid.lines)
    result.tables.extend(laid.tables)


def _lay_out_table(name: str, table: TableBlock, start: int) -> Layout:
    result = Layout()
    inner: list[Table] = []
    rows: list[list[Spanning]] = []
    for row, placed in zip(table.rows, place(name, table.rows), strict=True):
        at = start + len(result.lines)
        cells = [_lay_out_cell(name, cell, at) for cell in row]
        shown = [cells[cell.index].lines if cell.row == len(rows) else [] for cell in placed]
        result.lines.extend(_side_by_side(shown, at, table.page))
        inner.extend(nested for laid in cells for nested in laid.tables)
        rows.append([_spanning(cell, laid.lines, at) for cell, laid in zip(row, cells, strict=True)])
    grid = with_header(unfold(name, rows))
    if grid:
        result.tables.append(Table(grid, start, start + len(result.lines) - 1))
    result.tables.extend(inner)
    return result


def _lay_out_cell(name: str, cell: CellBlock, start: int) -> Layout:
    result = Layout()
    for block in cell.content:
        _append(name, result, block, start + len(result.lines))
    return result


def _side_by_side(cells: Sequence[Sequence[Line]], at: int, page: int | None) -> list[Line]:
    """Join the first lines of all cells, then the second lines, and so on."""
    result = []
    for offset, parts in enumerate(zip_longest(*cells)):
        text = DIVIDER.join(part.text if part else "" for part in parts).rstrip()
        pages = [part.page for part in parts if part and part.page]
        result.append(Line(at + offset, text if text.strip("| ") else "", min(pages, default=page)))
    return result or [Line(at, "", page)]


def _spanning(cell: CellBlock, lines: Sequence[Line], at: int) -> Spanning:
    text = "\n".join(line.text for line in lines)
    value = Cell(text, at, at + max(len(lines) - 1, 0), cell.is_header)
    return Spanning(value, cell.rowspan, cell.colspan)

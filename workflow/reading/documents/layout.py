"""Blocks become numbered lines, and tables that know which lines their cells stand on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    """Numbered lines, and the tables among them; no two tables share a line."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pages: int | None = None
    pages_without_text: tuple[int, ...] = ()


def lay_out(name: str, blocks: Iterable[Block]) -> Layout:
    """Number the blocks' lines from 1, with a blank line between paragraphs, as in plain text.

    A table row takes as many lines as its longest cell has, the cells side by side; a cell that
    reaches down from an earlier row is blank in the lines below, as in a printed table. A small table
    in a cell is text of the cell; around a large one the outer table is a frame, and read through.
    Raises `TooMuchText` beyond `limits.MAX_LINES`.
    """
    result = Layout()
    for block in _unframed(blocks):
        if result.lines and not (isinstance(block, Paragraph) and block.joined):
            result.lines.append(Line(len(result.lines) + 1, "", result.lines[-1].page))
        _append(name, result, block, len(result.lines) + 1)
        if len(result.lines) > limits.MAX_LINES:
            raise TooMuchText(name=name, limit=limits.MAX_LINES)
    return result


def _unframed(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, TableBlock) and _is_frame(block):
            for cell in (cell for row in block.rows for cell in row):
                yield from _unframed(cell.content)
        else:
            yield block


def _is_frame(table: TableBlock) -> bool:
    """One column is a box around text; a table that holds a longer one only lays out the page."""
    if all(len(row) < 2 for row in table.rows):
        return True
    contents = (block for row in table.rows for cell in row for block in cell.content)
    inner = [len(block.rows) for block in contents if isinstance(block, TableBlock)]
    return bool(inner) and (len(table.rows) == 1 or max(inner) > len(table.rows))


def _append(name: str, result: Layout, block: Block, number: int) -> None:
    if isinstance(block, Paragraph):
        result.lines.append(Line(number, block.text, block.page, block.level))
        return
    laid = _lay_out_table(name, block, number)
    result.lines.extend(laid.lines)
    result.tables.extend(laid.tables)


def _lay_out_table(name: str, table: TableBlock, start: int) -> Layout:
    result = Layout()
    rows: list[list[Spanning]] = []
    for row, placed in zip(table.rows, place(name, table.rows), strict=True):
        at = start + len(result.lines)
        cells = [_lay_out_cell(name, cell, at) for cell in row]
        shown = [cells[cell.index].lines if cell.row == len(rows) else [] for cell in placed]
        result.lines.extend(_side_by_side(shown, at, table.page))
        rows.append([_spanning(cell, laid.lines, at) for cell, laid in zip(row, cells, strict=True)])
    grid = with_header(unfold(name, rows))
    if grid:
        result.tables.append(Table(grid, start, start + len(result.lines) - 1))
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

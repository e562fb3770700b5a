"""Tables of Word: which cells cover which rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from workflow.reading.documents.blocks import Block, CellBlock
from workflow.reading.documents.html_tables import MAX_SPAN
from workflow.reading.documents.word_xml import attribute, find, is_on, local, number

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


@dataclass(slots=True)
class WordCell:
    """One `w:tc`: the columns it covers, and whether it goes on with the cell above."""

    element: Element
    column: int
    colspan: int
    goes_on: bool
    is_header: bool
    rowspan: int = 1
    content: tuple[Block, ...] = ()


@dataclass(slots=True)
class Row:
    """One `w:tr` that is not deleted, and how many columns it leaves open before its first cell."""

    before: int
    cells: list[WordCell] = field(default_factory=list)


def rows_of(table: Element) -> list[Row]:
    """Give the rows as they stand after all tracked changes are accepted; contents are not read yet."""
    return [_row(row) for row in _inside(table, "tr") if find(row, "trPr", "del") is None]


def merge_rows(rows: Sequence[Row]) -> tuple[tuple[CellBlock, ...], ...]:
    """Let cells that go on lengthen the one above them, and give the rest."""
    above: dict[int, WordCell] = {}
    kept: list[list[WordCell]] = []
    for row in rows:
        own = []
        for cell in row.cells:
            first = above.get(cell.column)
            if cell.goes_on and first is not None and not cell.content:
                first.rowspan += 1
            else:
                above[cell.column] = cell
                own.append(cell)
        kept.append(own)
    return tuple(
        (*_open(row), *(_block(cell) for cell in cells)) for row, cells in zip(rows, kept, strict=True)
    )


def _row(row: Element) -> Row:
    properties = find(row, "trPr")
    before = min(number(find(properties, "gridBefore")) or 0, MAX_SPAN)
    header = is_on(find(properties, "tblHeader"))
    made, column = Row(before), before
    for element in _inside(row, "tc"):
        cell = _cell(element, column, header)
        made.cells.append(cell)
        column += cell.colspan
    return made


def _cell(element: Element, column: int, header: bool) -> WordCell:
    properties = find(element, "tcPr")
    colspan = min(max(number(find(properties, "gridSpan")) or 1, 1), MAX_SPAN)
    merge = find(properties, "vMerge")
    goes_on = merge is not None and attribute(merge, "val") != "restart"
    return WordCell(element, column, colspan, goes_on, header)


def _inside(element: Element, name: str) -> Iterator[Element]:
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in _WRAPPERS:
            yield from _inside(child, name)


def _open(row: Row) -> tuple[CellBlock, ...]:
    return (CellBlock((), colspan=row.before),) if row.before else ()


def _block(cell: WordCell) -> CellBlock:
    return CellBlock(cell.content, cell.rowspan, cell.colspan, cell.is_header)

"""Tables that a page break cut in two become one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.reading.documents.pdf_lines import PdfLine
from workflow.reading.documents.pdf_pages import ReadPage
from workflow.reading.documents.pdf_tables import FoundTable
from workflow.reading.text import Cell, Table

_MARGIN = 0.1
"""Running heads and feet stand within this part of the page's height."""
_NEAR = 6.0
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    table: FoundTable
    page: int
    is_first: bool
    is_last: bool


def join_cut_tables(pages: Sequence[ReadPage], tables: Sequence[Table]) -> list[Table]:
    """Join each table that ends a page with the one that begins the next in the same columns.

    `tables` are those of the pages, in order. A header that is repeated on the next page is left
    out, and the two halves of a row that was cut become one row.
    """
    joined: list[Table] = []
    before: _Placed | None = None
    for here, table in zip(_placed(pages), tables, strict=True):
        if before is not None and _goes_on(before, here) and _width(joined[-1]) == _width(table):
            joined[-1] = _join(joined[-1], table)
        else:
            joined.append(table)
        before = here
    return joined


def _placed(pages: Sequence[ReadPage]) -> list[_Placed]:
    placed = []
    for page in pages:
        inner = [item for item in page.items if not _is_running(item, page)]
        for item in page.items:
            if isinstance(item, FoundTable) and item.block.rows:
                placed.append(_Placed(item, page.number, item is inner[0], item is inner[-1]))
    return placed


def _is_running(item: PdfLine | FoundTable, page: ReadPage) -> bool:
    if isinstance(item, FoundTable):
        return False
    return item.bottom < _MARGIN * page.height or item.top > (1 - _MARGIN) * page.height


def _goes_on(before: _Placed, here: _Placed) -> bool:
    if not (before.is_last and here.is_first and here.page == before.page + 1):
        return False
    edges, others = before.table.edges, here.table.edges
    near = all(abs(edge - other) <= _NEAR for edge, other in zip(edges, others, strict=False))
    return len(edges) == len(others) and near


def _width(table: Table) -> int:
    return len(table.rows[0])


def _join(above: Table, below: Table) -> Table:
    rows = list(below.rows)
    if len(above.rows) > 1 and _words(rows[0]) == _words(above.rows[0]):
        rows = rows[1:]
    elif rows[0][0].is_header:
        # Its header was a guess made before it was known that the table goes on.
        rows[0] = tuple(replace(cell, is_header=False) for cell in rows[0])
    kept = list(above.rows)
    if rows and _is_cut(rows[0]):
        kept[-1] = tuple(_glue(upper, lower) for upper, lower in zip(kept[-1], rows.pop(0), strict=True))
    return Table((*kept, *rows), above.first_line, below.last_line)


def _words(row: Row) -> list[str]:
    return [" ".join(cell.text.split()) for cell in row]


def _is_cut(row: Row) -> bool:
    """A row is the rest of the one above when it begins in the middle of a sentence, or has but its end."""
    filled = [cell.text.strip() for cell in row if cell.text.strip()]
    if not filled or len(filled) == len(row):
        return False
    return filled[0][0].islower() or (len(row) > 2 and len(filled) == 1 and bool(row[-1].text.strip()))


def _glue(upper: Cell, lower: Cell) -> Cell:
    if not lower.text.strip():
        return upper
    if not upper.text.strip():
        return lower
    return replace(upper, text=f"{upper.text}\n{lower.text}", last_line=lower.last_line)

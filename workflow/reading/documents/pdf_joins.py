"""Tables that a page break cut in two become one again."""

from __future__ import annotations

from dataclasses import replace

from workflow.reading.documents.blocks import CellBlock, Paragraph, TableBlock
from workflow.reading.documents.pdf_tables import FoundTable
from workflow.reading.documents.pdf_wraps import is_open

_NEAR = 6.0
Row = tuple[CellBlock, ...]


def goes_on(above: FoundTable, below: FoundTable) -> bool:
    """Say whether two tables have the same columns."""
    edges, others = above.edges, below.edges
    return len(edges) == len(others) and all(
        abs(edge - other) <= _NEAR for edge, other in zip(edges, others, strict=True)
    )


def join_tables(above: FoundTable, below: FoundTable) -> FoundTable:
    """Join a table with what goes on from it on the next page.

    A head that is repeated there is left out, and the two halves of a row that was cut become one row.
    """
    kept, rows = list(above.block.rows), list(below.block.rows)
    if rows and len(kept) > 1 and list(map(_words, rows[0])) == list(map(_words, kept[0])):
        rows = rows[1:]
    if rows and kept and len(rows[0]) == len(kept[-1]) and _is_cut(kept[-1], rows[0]):
        kept[-1] = tuple(_glue(upper, lower) for upper, lower in zip(kept[-1], rows.pop(0), strict=True))
    return replace(below, block=TableBlock((*kept, *rows), above.block.page))


def _words(cell: CellBlock) -> str:
    return " ".join(one.text for one in cell.content if isinstance(one, Paragraph)).strip()


def _is_cut(above: Row, row: Row) -> bool:
    """A row is the rest of the one above when it begins in the middle of a sentence, or has but its end."""
    filled = [
        (_words(upper), words) for upper, cell in zip(above, row, strict=True) if (words := _words(cell))
    ]
    if not filled or len(filled) == len(row):
        return False
    if filled[0][1][0].islower() or any(is_open(upper) for upper, _ in filled):
        return True
    return len(row) > 2 and len(filled) == 1 and bool(_words(row[-1]))


def _glue(upper: CellBlock, lower: CellBlock) -> CellBlock:
    return replace(upper, content=(*upper.content, *lower.content))

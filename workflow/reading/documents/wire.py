"""A layout as JSON, for the way between the two processes; a cell in several places stays one cell."""

from __future__ import annotations

import json

from workflow.reading.documents.layout import Layout
from workflow.reading.text import Cell, Line, Table


def to_wire(laid: Layout) -> bytes:
    """Write lines as [text, page, level], and tables as their cells and rows of indexes into them."""
    lines = [[line.text, line.page, line.level] for line in laid.lines]
    tables = [_table_to_wire(table) for table in laid.tables]
    pages = [laid.pages, laid.pages_without_text]
    return json.dumps({"lines": lines, "tables": tables, "pages": pages}).encode()


def from_wire(data: bytes) -> Layout:
    """Read back what `to_wire` wrote."""
    found = json.loads(data)
    lines = [Line(number, *line) for number, line in enumerate(found["lines"], 1)]
    pages, without_text = found["pages"]
    return Layout(lines, [_table_from_wire(*table) for table in found["tables"]], pages, tuple(without_text))


def _table_to_wire(table: Table) -> list[object]:
    places: dict[int, int] = {}
    cells: list[list[object]] = []
    for row in table.rows:
        for cell in row:
            if places.setdefault(id(cell), len(cells)) == len(cells):
                cells.append([cell.text, cell.first_line, cell.last_line, cell.is_header])
    rows = [[places[id(cell)] for cell in row] for row in table.rows]
    return [cells, rows, table.first_line, table.last_line]


def _table_from_wire(cells: list[list[object]], rows: list[list[int]], first: int, last: int) -> Table:
    made = [Cell(*cell) for cell in cells]  # type: ignore[arg-type]  # JSON has no types; `to_wire` wrote them
    return Table(tuple(tuple(made[index] for index in row) for row in rows), first, last)

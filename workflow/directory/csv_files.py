"""Lists of people and units as spreadsheets save them: read whole, every wrong row named."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

PEOPLE_COLUMNS = ("name", "email", "unit", "manager_email", "role", "language")
UNIT_COLUMNS = ("unit", "parent", "manager_email")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: its 1-based line in the file, and the cells by column."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Give a cell, «» where the row ends before it."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Missing:
    """The columns that a list must have and lacks."""

    columns: tuple[str, ...]


def rows_of(content: bytes, required: tuple[str, ...]) -> list[Row] | Missing:
    """Read a list: UTF-8 (with or without a mark) or Windows-1252, cells divided by «;» or «,».

    Column names are compared without case and spaces; empty rows are passed over. Gives
    `Missing` where the first row lacks one of the `required` columns.
    """
    text = _decoded(content)
    divider = ";" if text.partition("\n")[0].count(";") >= max(1, text.partition("\n")[0].count(",")) else ","
    reader = csv.reader(io.StringIO(text), delimiter=divider)
    header = [name.strip().lower() for name in next(reader, [])]
    missing = tuple(column for column in required if column not in header)
    return Missing(missing) if missing else list(_rows(reader, header))


def _rows(reader: Iterator[list[str]], header: list[str]) -> Iterator[Row]:
    line = 1
    for cells in reader:
        line += 1
        values = [cell.strip() for cell in cells]
        if any(values):
            yield Row(line, dict(zip(header, values, strict=False)))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")

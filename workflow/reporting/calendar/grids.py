"""The tables of a workbook or a Word document, as rows of values."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.language import N_
from workflow.refusals import Refusal

Value = dt.date | str
LARGEST = 100_000_000
"""Bytes, unpacked: what a calendar is never as large as."""


class NoCalendar(Refusal):
    """The file is neither a workbook nor a Word document that can be read."""

    code = "no-calendar"
    message = N_("The file is no workbook (.xlsx) and no Word document (.docx) that can be read.")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: what it is called in the file, and its rows with the numbers that a reader sees."""

    name: str
    rows: tuple[tuple[int, tuple[Value, ...]], ...]


def grids(content: bytes) -> tuple[Grid, ...]:
    """Give every table of the file. Refuses what is not a workbook or a Word document, and what is huge."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names, size = packed.namelist(), sum(each.file_size for each in packed.infolist())
            if size <= LARGEST and "xl/workbook.xml" in names:
                return tuple(_sheets(content))
            if size <= LARGEST and "word/document.xml" in names:
                return tuple(_tables(content))
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as broken:
        raise NoCalendar from broken
    raise NoCalendar


def _sheets(content: bytes) -> Iterator[Grid]:
    from openpyxl import load_workbook

    for sheet in load_workbook(io.BytesIO(content), data_only=True).worksheets:
        rows = enumerate(sheet.iter_rows(values_only=True), 1)
        yield Grid(sheet.title, tuple((number, tuple(_value(each) for each in row)) for number, row in rows))


def _value(found: object) -> Value:
    if isinstance(found, dt.datetime):
        return found.date()
    if isinstance(found, dt.date):
        return found
    return "" if found is None else str(found)


def _tables(content: bytes) -> Iterator[Grid]:
    from docx import Document

    for number, table in enumerate(Document(io.BytesIO(content)).tables, 1):
        rows = enumerate(table.rows, 1)
        yield Grid(str(number), tuple((at, tuple(cell.text for cell in row.cells)) for at, row in rows))

"""Lists of people and units as spreadsheets save them as text."""

from __future__ import annotations

import codecs
import csv
import io

from workflow.directory.listing import Grid, Problem
from workflow.language import N_

DIVIDERS = ";,\t"
_BROKEN = N_("{file}, row {line}: the row cannot be read. Is a quotation mark missing?")


def grid_of(content: bytes) -> Grid:
    """Read a text file: UTF-8, UTF-16 with its mark, or Windows-1252, cells divided by «;», «,» or tab.

    Rows are counted as a spreadsheet counts them; empty ones are passed over.
    """
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_divider(text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 0
    try:
        for line, cells in enumerate(reader, start=1):
            values = [cell.replace("\0", "").strip() for cell in cells]
            if any(values):
                rows.append((line, values))
    except csv.Error:
        return Grid(rows, problems=[Problem(_BROKEN, {"line": line + 1})])
    return Grid(rows)


def _divider(text: str) -> str:
    first = text.lstrip().partition("\n")[0]
    return max(DIVIDERS, key=first.count)


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")

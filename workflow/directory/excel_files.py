"""Lists of people and units as Excel workbooks."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from workflow.directory.listing import Grid, Problem
from workflow.directory.refusals import WorkbookBroken, WorkbookLocked, WorkbookTooLarge
from workflow.language import N_

COMPOUND = b"\xd0\xcf\x11\xe0"
MAX_UNPACKED_BYTES = 32 * 1024 * 1024
"""A list of 10,000 people unpacks to five."""
MAX_MEMBERS = 2_000
MAX_COLUMNS = 60
MAX_ROWS = 50_000
_FORMULA = N_(
    "{file}, row {line}: the formula in {cell} has no value. Open the file in Excel, save it, and try again."
)
_FAULTY = N_("{file}, row {line}: {cell} holds the error «{value}».")
_MERGED = N_(
    "{file}, row {line}: the cells {cell} are merged. Split them, so that every row has its own cells."
)
_TOO_MANY = N_("{file}: there are more than {count} rows.")
_HAS_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_MERGED_CELLS = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z]+\d+:[A-Z]+\d+)[\"']")


def grids_of(content: bytes) -> list[Grid]:
    """Read every visible sheet, in order: values, days as 2026-07-06, never formulas.

    Refuses what is locked, broken, or unpacks to more than a list can be.
    """
    if content.startswith(COMPOUND):
        raise WorkbookLocked
    try:
        _refuse_large(content)
        return list(_grids(content))
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        SyntaxError,  # what both of its XML parsers call a part that is no XML
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        EOFError,
        NotImplementedError,
        zlib.error,
    ) as error:
        # openpyxl has no exception of its own for a damaged part: it fails where it stumbles.
        raise WorkbookBroken(why=type(error).__name__) from error


def _refuse_large(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise WorkbookLocked
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED_BYTES:
        raise WorkbookTooLarge(limit=MAX_UNPACKED_BYTES // (1024 * 1024))


def _grids(content: bytes) -> Iterator[Grid]:
    book = _opened(content, data_only=True)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                part = archive.read(_path(sheet))
                formulas = (
                    _opened(content, data_only=False)[sheet.title] if _HAS_FORMULA.search(part) else None
                )
                yield _grid(sheet, formulas, _merged(part))


def _opened(content: bytes, *, data_only: bool) -> Workbook:
    """Open with the values that formulas had, or with the formulas themselves."""
    return load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)


def _path(sheet: Any) -> str:
    """Give where the sheet lies in the file: openpyxl tells of merged cells only to who reads it whole."""
    path: str = sheet._worksheet_path
    return path


def _merged(part: bytes) -> list[str]:
    return [found.decode("ascii") for found in _MERGED_CELLS.findall(part)]


def _grid(sheet: Any, formulas: Any | None, merged: list[str]) -> Grid:
    grid = Grid([], sheet.title)
    unwritten = _unwritten(sheet, formulas) if formulas is not None else {}
    for line, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        texts = [_text(cell.value) for cell in cells]
        wrong = [*_faulty(line, cells), *unwritten.get(line, ())]
        grid.problems.extend(wrong)
        if any(texts) or wrong:
            grid.rows.append((line, texts))
        if len(grid.rows) > MAX_ROWS:
            grid.problems.append(Problem(_TOO_MANY, {"count": MAX_ROWS}))
            return grid
    grid.problems.extend(_wrongly_merged(grid, merged))
    return grid


def _faulty(line: int, cells: tuple[Any, ...]) -> Iterator[Problem]:
    for cell in cells:
        if cell.data_type == "e":
            yield Problem(_FAULTY, {"line": line, "cell": cell.coordinate, "value": cell.value})


def _unwritten(sheet: Any, formulas: Any) -> dict[int, list[Problem]]:
    """Find the formulas whose value was never computed, by row."""
    found: dict[int, list[Problem]] = {}
    pairs = zip(sheet.iter_rows(max_col=MAX_COLUMNS), formulas.iter_rows(max_col=MAX_COLUMNS), strict=False)
    for line, (cells, as_written) in enumerate(pairs, start=1):
        for cell, written in zip(cells, as_written, strict=False):
            if written.data_type == "f" and cell.value is None:
                problem = Problem(_FORMULA, {"line": line, "cell": written.coordinate})
                found.setdefault(line, []).append(problem)
    return found


def _wrongly_merged(grid: Grid, merged: list[str]) -> Iterator[Problem]:
    """Name merged cells below the first row that is filled: a title above the list may be merged."""
    filled = {line for line, _ in grid.rows[1:]}
    for cells in merged:
        _, first, _, last = range_boundaries(cells)
        if filled.intersection(range(first or 1, (last or 1) + 1)):
            yield Problem(_MERGED, {"line": first, "cell": cells})


def _text(value: object) -> str:
    """Write a cell as a text file would have it."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\u00a0", " ").strip()

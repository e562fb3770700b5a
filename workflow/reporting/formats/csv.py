"""A report as CSV that a Norwegian spreadsheet opens by itself: UTF-8 with BOM, semicolons, decimal comma.

One file with a block for each table: a row with the caption, a row of headings, the rows, an empty
row. First comes the front, then the running text, then every table, last what each cell rests on.
Texts that could be taken for formulas have an apostrophe before them (see `csv_text`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from workflow.language import N_
from workflow.reporting.building.speech import Speech
from workflow.reporting.formats import sheet_rows
from workflow.reporting.formats.csv_text import guarded
from workflow.reporting.model import Cell, Report

BOM = "\ufeff"


def write_csv(report: Report) -> bytes:
    """Write the whole report; the same bytes for the same report."""
    say, out = Speech(report.language).say, io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    _block(rows, report.title, (), sheet_rows.front(report))
    text = sheet_rows.headings(report, sheet_rows.TEXT_HEADINGS)
    _block(rows, say(N_("Running text")), text, sheet_rows.running_text(report))
    for table in report.tables():
        _block(rows, table.caption, table.headings, table.rows)
    basis = sheet_rows.headings(report, sheet_rows.TRACE_HEADINGS)
    _block(rows, say(N_("What it rests on")), basis, sheet_rows.traced(report))
    return (BOM + out.getvalue()).encode()


def _block(rows: Any, caption: str, headings: Iterable[str], cells: Iterable[tuple[Cell, ...]]) -> None:
    rows.writerow([guarded(caption)])
    if named := [guarded(each) for each in headings]:
        rows.writerow(named)
    rows.writerows([_written(each) for each in row] for row in cells)
    rows.writerow([])


def _written(cell: Cell) -> str:
    """Write a number or a day as the spreadsheet knows it, and all else as a text that is no formula."""
    return guarded(cell.text) if cell.value is None else sheet_rows.number_text(cell.value)

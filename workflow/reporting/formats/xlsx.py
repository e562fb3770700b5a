"""A report as a workbook: a front, the running text, a sheet for each table, and what each cell rests on.

Days and numbers are kept as such; every text is a text, whatever it begins with.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

from openpyxl import Workbook

from workflow.language import N_
from workflow.reporting.building.speech import Speech
from workflow.reporting.formats import sheet_rows
from workflow.reporting.formats.clean import clean
from workflow.reporting.formats.xlsx_names import Names
from workflow.reporting.formats.xlsx_packing import packed
from workflow.reporting.formats.xlsx_pictures import add_picture
from workflow.reporting.formats.xlsx_sheet import fill, fill_front
from workflow.reporting.model import Cell, Figure, Report, Table

_TYPED = N_("What stands in italics on a yellow ground was written by a person.")


def write_xlsx(report: Report) -> bytes:
    """Write the whole report; the same bytes for the same report."""
    figures = [each for section in report.sections for each in section.blocks if isinstance(each, Figure)]
    kept = io.BytesIO()
    _book(report, {each.table.key: each for each in figures}).save(kept)
    return packed(kept.getvalue(), report.known_at, [each.alternative for each in figures])


def _book(report: Report, figures: Mapping[str, Figure]) -> Workbook:
    say, book, names = Speech(report.language).say, Workbook(), Names()
    _properties(book, report)
    text, basis = _text(report), _basis(report)
    tables = [(names.give(table.caption), table) for table in (text, *report.tables(), basis)]
    front = [*sheet_rows.front(report), (Cell(""), Cell(say(_TYPED)))]
    fill_front(book.worksheets[0], names.give(say(N_("Front page"))), front, tables)
    for name, table in tables:
        sheet = book.create_sheet(name)
        fill(sheet, table)
        if figure := figures.get(table.key):
            add_picture(sheet, figure, report.language)
    return book


def _properties(book: Workbook, report: Report) -> None:
    about = book.properties
    about.title, about.creator = clean(report.title), clean(report.agency)
    about.lastModifiedBy = clean(report.made_by)
    about.language = f"{report.language}-NO"
    about.created = about.modified = report.known_at.replace(tzinfo=None)


def _text(report: Report) -> Table:
    heads, rows = sheet_rows.headings(report, sheet_rows.TEXT_HEADINGS), sheet_rows.running_text(report)
    return Table("text", Speech(report.language).say(N_("Running text")), heads, tuple(rows))


def _basis(report: Report) -> Table:
    heads, rows = sheet_rows.headings(report, sheet_rows.TRACE_HEADINGS), sheet_rows.traced(report)
    caption = Speech(report.language).say(N_("What it rests on"))
    return Table("basis", caption, heads, tuple(rows), narrow=(1, 3, 4))

"""One table on one sheet, to be read, filtered and printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from math import ceil

from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from workflow.reporting.formats.clean import clean
from workflow.reporting.formats.csv_text import begins_formula
from workflow.reporting.model import Cell, Table

LONGEST = 32_767
"""What a cell of a spreadsheet holds at most; more is cut and ends with «[…]»."""
NARROW, LEAST, WIDEST = 14, 10, 60
_CUT = " […]"
FACE = "Calibri"
_TITLE, _HEAD, _TYPED = Font(FACE, 14, bold=True), Font(FACE, 11, bold=True), Font(FACE, 11, italic=True)
_LINK = Font(FACE, 11, color="0563C1", underline="single")
LINE, HIGHEST = 15.0, 405.0
"""Points: the height of a line, and of the highest row that a spreadsheet shows."""
_GROUND = PatternFill("solid", fgColor="E8EEF4")
_YELLOW = PatternFill("solid", fgColor="FFF8D6")
_UNDER = Border(bottom=Side("thin", color="5B6B7B"))
_FOLDED = Alignment(wrap_text=True, vertical="top")
_DAY = Alignment(horizontal="left", vertical="top")
"""Days stand where windows begin, which are texts."""


def fill(sheet: Worksheet, table: Table) -> None:
    """Write the caption, the headings and the rows; the headings stay in sight and on every page."""
    put(at(sheet, 1, 1), Cell(table.caption)).font = _TITLE
    at(sheet, 1, 1).alignment = Alignment(vertical="top")
    for column, heading in enumerate(table.headings, 1):
        head = put(at(sheet, 2, column), Cell(heading))
        head.font, head.fill, head.border = _HEAD, _GROUND, _UNDER
    widths = [_width(table, column) for column in range(len(table.headings))]
    for number, row in enumerate(table.rows, 3):
        for column, cell in enumerate(row, 1):
            put(at(sheet, number, column), cell)
        sheet.row_dimensions[number].height = _height(row, widths)
    sheet.row_dimensions[1].height = 2 * LINE
    _lay_out(sheet, table, widths)


def fill_front(
    sheet: Worksheet, name: str, facts: Iterable[Sequence[Cell]], tables: list[tuple[str, Table]]
) -> None:
    """Write what the report is, and a link to each sheet."""
    sheet.title = name
    rows = list(facts)
    for number, (label, said) in enumerate(rows, 1):
        put(at(sheet, number, 1), label).font = _HEAD
        put(at(sheet, number, 2), said)
    for number, (target, table) in enumerate(tables, len(rows) + 2):
        put(at(sheet, number, 1), Cell(target))
        link = put(at(sheet, number, 2), Cell(table.caption))
        link.hyperlink, link.font = f"#{quote_sheetname(target)}!A1", _LINK
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 32, 80
    _on_paper(sheet)


def at(sheet: Worksheet, row: int, column: int) -> SheetCell:
    """Give a cell by its row and column, counted from 1."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell)  # we merge none
    return cell


def put(cell: SheetCell, said: Cell) -> SheetCell:
    """Write a cell: a day and a number as such, all else as text that is never a formula."""
    if said.value is None:
        _put_text(cell, clean(said.text))
    else:
        cell.value = said.value
        cell.number_format = "DD.MM.YYYY" if isinstance(said.value, dt.date) else _digits(said.value)
    cell.alignment = _DAY if isinstance(said.value, dt.date) else _FOLDED
    if said.typed:
        cell.font, cell.fill = _TYPED, _YELLOW
    return cell


def _put_text(cell: SheetCell, text: str) -> None:
    if not text:
        return
    cell.value = text if len(text) <= LONGEST else text[: LONGEST - len(_CUT)] + _CUT
    cell.data_type = "s"
    cell.quotePrefix = begins_formula(text)


def _digits(value: float) -> str:
    return "0" if isinstance(value, int) or value.is_integer() else "0.0"


def _lay_out(sheet: Worksheet, table: Table, widths: Sequence[float]) -> None:
    last = max(len(table.rows) + 2, 2)
    sheet.freeze_panes = "B3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(max(len(table.headings), 1))}{last}"
    sheet.print_title_rows = "2:2"
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    _on_paper(sheet)


def _width(table: Table, column: int) -> float:
    lines = (len(line) for row in table.rows for line in row[column].text.split("\n"))
    wide = max(max(lines, default=0), len(table.headings[column]) + 3) + 2
    return max(min(wide, NARROW + 6 if column in table.narrow else WIDEST), LEAST)


def _height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """Give room for the cell with the most lines: not every spreadsheet makes it when it opens the file."""
    lines = max(_lines(cell.text, width) for cell, width in zip(row, widths, strict=True))
    return min(lines * LINE, HIGHEST)


def _lines(text: str, width: float) -> int:
    return sum(max(ceil(len(line) / (width - 1)), 1) for line in text.split("\n"))


def _on_paper(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P / &N"))

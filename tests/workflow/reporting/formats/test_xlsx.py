"""A report as a workbook: all of it, as days, numbers and texts, and never as formulas."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from tests.kit.made_year import INJECTED, made_report
from workflow.reporting.formats.clean import clean
from workflow.reporting.formats.xlsx import write_xlsx
from workflow.reporting.formats.xlsx_names import LONGEST, Names
from workflow.reporting.model import Paragraph


@pytest.fixture(scope="module")
def content() -> bytes:
    """The made-up year as a workbook."""
    return write_xlsx(made_report())


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    """The same, opened."""
    return load_workbook(io.BytesIO(content))


def test_opening_the_workbook_finds_each_table_whole_on_a_sheet_of_its_own(book: Workbook) -> None:
    """Headings and cells as the model has them: days as days, numbers as numbers, the rest as clean text."""
    for table, sheet in zip(made_report().tables(), book.worksheets[2:-1], strict=True):
        assert sheet.cell(1, 1).value == table.caption
        rows = list(sheet.iter_rows(min_row=2, max_col=len(table.headings), values_only=True))
        assert rows[0] == table.headings
        for row, wanted in zip(rows[1:], table.rows, strict=True):
            found = [each.date() if isinstance(each, dt.datetime) else each for each in row]
            assert found == [clean(cell.text) if cell.value is None else cell.value for cell in wanted]


def test_opening_the_workbook_finds_no_formula_whatever_a_text_begins_with(book: Workbook) -> None:
    """A title such as «=HYPERLINK(…)» is a quoted text, so that editing it makes no formula either."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type in ("f", "e")]
    quoted = {cell.value for cell in cells if cell.quotePrefix}
    assert {clean(text) for text in INJECTED[:4]} <= quoted


def test_opening_the_workbook_finds_every_paragraph_and_who_typed_it(book: Workbook) -> None:
    """What a person wrote is marked, and their name stands beside it."""
    told = {(row[1], row[2]) for row in book.worksheets[1].iter_rows(min_row=3, values_only=True)}
    for section in made_report().sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                assert (clean(block.text), block.by or None) in told
    marked = [cell for cell in book.worksheets[1]["B"] if cell.font.i]
    assert len(marked) == 2


def test_opening_the_workbook_finds_what_each_cell_rests_on(book: Workbook) -> None:
    """Each trace of each cell is a row: table, row, column, reference, id and events."""
    wanted = sum(
        len(cell.traces) or cell.typed
        for table in made_report().tables()
        for row in table.rows
        for cell in row
    )
    rows = list(book.worksheets[-1].iter_rows(min_row=3, values_only=True))
    assert len(rows) == wanted
    assert (rows[0][1], rows[0][4], rows[0][6]) == (1, "2026-01", "1, 41")


def test_opening_the_workbook_finds_it_ready_to_read_filter_and_print(book: Workbook) -> None:
    """Headings stay in sight and on every page, and the language and the title are said."""
    for sheet in book.worksheets[1:]:
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("B3", "$2:$2")
        assert sheet.auto_filter.ref.startswith("A2:")
    assert (book.properties.language, book.properties.title) == ("nb-NO", "Årsrapport 2026")


def test_opening_the_workbook_finds_each_figure_drawn_with_its_words(content: bytes) -> None:
    """Each drawing says in words what it shows."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        drawings = [name for name in packed.namelist() if name.startswith("xl/drawings/drawing")]
        said = [packed.read(name).decode() for name in sorted(drawings)]
    assert len(said) == 4
    assert 'descr="Antall leveranser: 53 grupper."' in said[2]


def test_writing_the_same_report_twice_gives_the_same_bytes(content: bytes) -> None:
    """No clock and no chance is in the file."""
    assert write_xlsx(made_report()) == content


def test_naming_sheets_gives_short_names_each_once() -> None:
    """Long, empty, forbidden and repeated captions all become names that a spreadsheet takes."""
    names = Names()
    wanted = ["Mål 1", "mål 1", "[A]:*?/\\ b", "", "'", "x" * 40, "X" * 41, "History", "Frister " * 9]
    given = [names.give(each) for each in wanted]
    assert len({each.casefold() for each in given}) == len(wanted)
    assert all(0 < len(each) <= LONGEST and not set(each) & set("[]:*?/\\'") for each in given)
    assert "history" not in {each.casefold() for each in given}

"""A report as CSV: what a Norwegian spreadsheet opens, all of it, and no formula in it."""

from __future__ import annotations

import csv

from hypothesis import given
from hypothesis import strategies as st

from tests.kit.made_year import made_report
from workflow.reporting.formats.clean import clean
from workflow.reporting.formats.csv import write_csv
from workflow.reporting.formats.csv_text import GUARD, begins_formula, guarded
from workflow.reporting.model import Cell


def _rows() -> list[list[str]]:
    text = write_csv(made_report()).decode("utf-8-sig")
    return list(csv.reader(text.splitlines(keepends=True), delimiter=";"))


def test_opening_the_file_finds_each_table_whole_between_empty_rows() -> None:
    """A row with the caption, the headings, the rows, an empty row."""
    rows = _rows()
    for table in made_report().tables():
        at = rows.index([table.caption]) + 1
        assert rows[at] == list(table.headings)
        written = rows[at + 1 : at + 1 + len(table.rows)]
        assert [[_said(each) for each in row] for row in written] == [
            [_wanted(cell) for cell in row] for row in table.rows
        ]
        assert rows[at + 1 + len(table.rows)] == []


def _said(cell: str) -> str:
    """Take the guard off again, as the format says that it can be."""
    return cell.removeprefix(GUARD)


def _wanted(cell: Cell) -> str:
    if isinstance(cell.value, int | float):
        return f"{cell.value:g}".replace(".", ",")
    return clean(cell.text)


def test_opening_the_file_finds_no_formula() -> None:
    """What begins like one is a number, or has an apostrophe before it."""
    cells = [cell for row in _rows() for cell in row]
    risky = [cell for cell in cells if begins_formula(cell) and not cell.startswith(GUARD)]
    assert set(risky) == {"-1"}


def test_writing_the_file_begins_with_the_mark_that_spreadsheets_know_utf8_by() -> None:
    """Without it «æøå» would be read as something else."""
    assert write_csv(made_report()).startswith(b"\xef\xbb\xbf")


@given(st.text())
def test_guarding_a_text_can_be_undone(text: str) -> None:
    """No guarded text begins a formula, and the guard off again gives the clean text."""
    written = guarded(text)
    assert written.removeprefix(GUARD) == clean(text)
    assert written.startswith(GUARD) or not begins_formula(written)

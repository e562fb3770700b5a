"""A calendar that came back changed: each change is a proposal, and nothing else is."""

from __future__ import annotations

import io
import shlex

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.kit.happened import Past, between, on, undated
from tests.workflow.reporting.calendar.known import history, order
from workflow.reporting.calendar.building import build_calendar
from workflow.reporting.calendar.comparing import Change, Proposal, proposals
from workflow.reporting.calendar.grids import NoCalendar
from workflow.reporting.calendar.known import known_of
from workflow.reporting.calendar.reading_back import NoCalendarTable, read_calendar
from workflow.reporting.calendar.remedies import command_for
from workflow.reporting.formats.docx import write_docx
from workflow.reporting.formats.xlsx import write_xlsx


def _past() -> Past:
    past = Past().letter()
    past.assignment("2026-01").due("2026-01", "2026-03-15", "Del 1").due("2026-01", "2026-09-15", "Del 2")
    past.assignment("2026-02").due("2026-02", between("2026-04-01", "2026-04-30"))
    past.assignment("2026-03").due("2026-03", undated())
    return past.delivered("2026-01", "Del 1").postponed("2026-01", on("2026-11-01"), "Del 2")


class Sheets:
    """The workbook as it was sent, to be changed by hand."""

    def __init__(self, past: Past, *, shielded: bool = False) -> None:
        report = build_calendar(order(shielded=shielded), history(past))
        self.past, self.book = past, load_workbook(io.BytesIO(write_xlsx(report)))
        self.sheets = {each.cell(1, 1).value: each for each in self.book.worksheets[2:4]}

    def change(self, table: str, reference: str, column: str, value: object, part: str = "") -> None:
        """Write in the row of a part, in the column with this heading."""
        sheet = self.sheets[f"Etter {table}: styringskalender 2026"]
        columns = {cell.value: cell.column for cell in sheet[2]}
        (row,) = [
            row for row in range(3, sheet.max_row + 1) if self._is(sheet, row, columns, reference, part)
        ]
        sheet.cell(row, columns[column]).value = value

    @staticmethod
    def _is(sheet: Worksheet, row: int, columns: dict[object, int], reference: str, part: str) -> bool:
        named = (sheet.cell(row, columns["Referanse"]).value, sheet.cell(row, columns["Del"]).value or "")
        return named == (reference, part)

    def proposed(self) -> tuple[Proposal, ...]:
        """Send it back."""
        kept = io.BytesIO()
        self.book.save(kept)
        return proposals(known_of(order(), history(self.past)), read_calendar(kept.getvalue()))


def test_comparing_an_untouched_calendar_proposes_nothing() -> None:
    """Neither workbook nor Word document differs from what it was made of."""
    found, report = history(_past()), build_calendar(order("nn"), history(_past()))
    assert not Sheets(_past()).proposed()
    assert not proposals(known_of(order(), found), read_calendar(write_docx(report)))


@pytest.mark.parametrize(
    ("table", "reference", "part", "column", "value", "command"),
    [
        ("plikt", "2026-02", "", "Frist", "01.05.2026–31.05.2026",
         "deadline 2026-02 --postpone-to '01.05.2026–31.05.2026' --reason <…> --source <…>"),
        ("dato", "2026-01", "Del 2", "Frist", "20.12.2026",
         "deadline 2026-01 --part 'Del 2' --postpone-to 20.12.2026 --reason <…> --source <…>"),
        ("plikt", "2026-03", "", "Fristens ordlyd", "medio mai",
         "deadline 2026-03 --postpone-to 'medio mai' --reason <…> --source <…>"),
        ("plikt", "2026-02", "", "Tilstand", "levert", "duty deliver 2026-02 --on <…> --reference <…>"),
        ("dato", "2026-02", "", "Tilstand", "Trekt tilbake",
         "duty withdraw 2026-02 --reason <…> --reference <…>"),
        ("plikt", "2026-01", "Del 1", "Levert", "02.03.2026",
         "duty correct 2026-01 --part 'Del 1' --delivered-on 02.03.2026 --reason <…>"),
        ("plikt", "2026-01", "Del 1", "Plikt", "Noe annet", ""),
    ],
)  # fmt: skip
def test_comparing_after_one_cell_was_changed_proposes_that_change(
    table: str, reference: str, part: str, column: str, value: str, command: str
) -> None:
    """In either table: what it was, what it became, and the command that would do it."""
    sheets = Sheets(_past())
    sheets.change(table, reference, column, value, part)
    (found,) = sheets.proposed()
    assert (found.change, found.reference, found.part) == (Change.CHANGED, reference, part)
    assert found.after == value
    assert command_for(found) == (f"fristvakt {command}" if command else "")


def test_comparing_after_a_day_that_is_none_says_that_it_cannot_be_read() -> None:
    """A day that does not exist is no proposal, and no command is made of it."""
    sheets = Sheets(_past())
    sheets.change("plikt", "2026-02", "Frist", "31.02.2026")
    (found,) = sheets.proposed()
    assert (found.change, command_for(found)) == (Change.UNREADABLE, "")


def test_comparing_after_rows_came_and_went_names_them() -> None:
    """A new row is a duty to give, one that is gone a duty to ask about, one that stands twice is said so."""
    sheets = Sheets(_past())
    sheet = sheets.sheets["Etter plikt: styringskalender 2026"]
    first = [cell.value for cell in sheet[3]]
    sheet.append(first)
    sheet.append(["2026-99", "$(rm -rf ~)", "", "oppdrag", "01.10.2026"])
    sheet.delete_rows(5)
    found = {each.change: each for each in sheets.proposed()}
    assert found.keys() == {Change.REPEATED, Change.ADDED, Change.REMOVED}
    assert found[Change.REMOVED].reference == "2026-02"
    line = command_for(found[Change.ADDED]).replace("<…>", "X")
    assert shlex.split(line)[-1] == "$(rm -rf ~)"


def test_comparing_a_shielded_calendar_takes_the_hidden_title_for_no_change() -> None:
    """A title that was left out, and one that was written out for who may read it, both stand unchanged."""
    past = _past().shielded("2026-02")
    assert not Sheets(past).proposed()
    assert not Sheets(past, shielded=True).proposed()


def test_reading_back_something_else_is_refused() -> None:
    """Neither text nor a workbook without the calendar's columns is a calendar."""
    kept, book = io.BytesIO(), Workbook()
    book.save(kept)
    with pytest.raises(NoCalendarTable):
        read_calendar(kept.getvalue())
    for content in (b"", b"Frist;Plikt", kept.getvalue()[:-200]):
        with pytest.raises(NoCalendar):
            read_calendar(content)

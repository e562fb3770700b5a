"""`fristvakt report calendar`: sent out as a workbook, and read when it comes back."""

from __future__ import annotations

import json

from openpyxl import load_workbook

from tests.kit.command_line import CommandLine


def test_reading_back_what_was_written_finds_nothing_changed(fristvakt: CommandLine) -> None:
    """The calendar as it was sent says what the register says, and the exit code says so too."""
    sent = fristvakt.confirmed().home / "kalender.xlsx"
    fristvakt.done("report", "calendar", 2027, "--out", sent)
    assert "samme som registeret" in fristvakt.done("report", "calendar", 2027, "--read", sent).out


def test_reading_back_a_moved_day_lists_it_and_changes_nothing(fristvakt: CommandLine) -> None:
    """What was written in the sheet is a proposal with its command; the register stands."""
    sent = fristvakt.confirmed().home / "kalender.xlsx"
    fristvakt.done("report", "calendar", 2027, "--out", sent)
    before = fristvakt.done("register", "--format", "json").json
    book = load_workbook(sent)
    sheet = next(each for each in book.worksheets if str(each.cell(1, 1).value).startswith("Etter dato"))
    reference = sheet.cell(3, 4).value
    sheet.cell(3, 1).value = "24.12.2027"
    book.save(sent)
    printed = fristvakt("report", "calendar", 2027, "--read", sent, "--format", "json")
    (found,) = json.loads(printed.out)
    assert printed.code == 1
    assert (found["reference"], found["after"], found["change"]) == (reference, "24.12.2027", "changed")
    assert "--postpone-to 24.12.2027" in found["command"]
    assert "1 forskjell" in fristvakt("report", "calendar", 2027, "--read", sent).out
    assert fristvakt.done("register", "--format", "json").json == before


def test_reading_back_what_is_no_calendar_is_refused(fristvakt: CommandLine) -> None:
    """A file that is missing or something else is said to be so."""
    wrong = fristvakt.with_people().home / "people.csv"
    assert "arbeidsbok" in fristvakt.refused("report", "calendar", 2027, "--read", wrong)
    assert "kan ikke leses" in fristvakt.refused("report", "calendar", 2027, "--read", wrong / "borte")

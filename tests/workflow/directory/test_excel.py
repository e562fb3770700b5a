"""Workbooks: read like any list, and refused in plain words when they cannot be."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from events.store.datastore import Datastore
from tests.workflow.directory.test_importing import counter
from workflow.directory.directory import Directory
from workflow.directory.excel_files import MAX_UNPACKED_BYTES, grids_of
from workflow.directory.importing import Imported, import_lists
from workflow.directory.people import Absence
from workflow.directory.refusals import FileNotImported, WorkbookBroken, WorkbookLocked, WorkbookTooLarge

HEADINGS = ["Navn", "E-post", "Enhet", "Fravær fra", "Fravær til"]


def workbook(fill: Callable[[Workbook, Worksheet], None], rows: list[list[object]] | None = None) -> bytes:
    """Make a workbook whose first sheet has headings and rows, and then whatever `fill` does to it."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Personer"
    for row in [HEADINGS, *(rows if rows is not None else [["Bo Li", "bo@prove.no", "Drift"]])]:
        sheet.append(row)
    fill(book, sheet)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def nothing(_book: Workbook, _sheet: Worksheet) -> None:
    """Leave the workbook as it is."""


def test_importing_a_workbook_with_two_sheets_takes_people_and_units(datastore: Datastore) -> None:
    """The sheet of units needs no file of its own, and days come from cells that hold days."""

    def units(book: Workbook, _sheet: Worksheet) -> None:
        sheet = book.create_sheet("Enheter", 0)
        for row in (["Enhet", "Overordnet enhet", "Leder"], ["Stab"], ["Drift", "Stab", "bo@prove.no"]):
            sheet.append(row)

    away = [dt.date(2026, 7, 6), dt.datetime(2026, 7, 31)]  # noqa: DTZ001 - as Excel keeps days
    content = workbook(units, [["Bo Li", "bo@prove.no", "Drift", *away]])
    assert import_lists(datastore, counter(), content) == Imported(1, 2, 1)
    directory = Directory(datastore)
    bo = directory.find_person("Bo Li")
    assert directory.find_unit("Drift").manager == bo.id
    assert directory.absences() == [Absence(bo.id, dt.date(2026, 7, 6), dt.date(2026, 7, 31))]


def test_importing_a_workbook_with_a_title_and_empty_rows_reads_the_list(sqlite_datastore: Datastore) -> None:
    """Headings are found below a merged title; formatted rows to the end of the sheet are nothing."""

    def title(_book: Workbook, sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Ansatte"
        sheet.merge_cells("A1:E1")
        sheet["A900"].number_format = "0"
        sheet.row_dimensions[1_000_000].height = 20

    assert import_lists(sqlite_datastore, counter(), workbook(title)) == Imported(1, 1)


def test_importing_a_wrong_workbook_names_sheet_and_row_as_the_user_sees_them(
    sqlite_datastore: Datastore,
) -> None:
    """Rows are counted as Excel counts them, empty ones included."""
    content = workbook(nothing, [[], ["Bo", "bo"], ["", "li@prove.no"]])
    with pytest.raises(FileNotImported) as refused:
        import_lists(sqlite_datastore, counter(), content)
    assert str(refused.value.facts["errors"]).splitlines() == [
        "Arket «Personer», rad 3: «bo» er ikke en e-postadresse.",
        "Arket «Personer», rad 4: navnet mangler.",
    ]
    assert Directory(sqlite_datastore).people() == []


def formula(_book: Workbook, sheet: Worksheet) -> None:
    """Write a formula whose value nobody has computed."""
    sheet["A2"] = '=B2&"x"'


def faulty(_book: Workbook, sheet: Worksheet) -> None:
    """Leave the error of a formula in a cell."""
    sheet["C2"] = "#REF!"


def merged(_book: Workbook, sheet: Worksheet) -> None:
    """Merge the unit of two people."""
    sheet.append(["Li", "li@prove.no"])
    sheet.merge_cells("C2:C3")


@pytest.mark.parametrize(
    ("fill", "said"),
    [
        (formula, "Arket «Personer», rad 2: formelen i A2 har ingen verdi"),
        (faulty, "Arket «Personer», rad 2: C2 inneholder feilen «#REF!»"),
        (merged, "Arket «Personer», rad 2: cellene C2:C3 er slått sammen"),
    ],
)
def test_importing_cells_without_a_plain_value_names_the_cell(
    sqlite_datastore: Datastore, fill: Callable[[Workbook, Worksheet], None], said: str
) -> None:
    """What a cell does not say is never guessed."""
    with pytest.raises(FileNotImported) as refused:
        import_lists(sqlite_datastore, counter(), workbook(fill))
    assert said in str(refused.value.facts["errors"])


def test_importing_skips_hidden_sheets() -> None:
    """What the user does not see is not what the user sends."""

    def hide(book: Workbook, _sheet: Worksheet) -> None:
        book.create_sheet("Enheter").sheet_state = "hidden"

    assert [grid.sheet for grid in grids_of(workbook(hide))] == ["Personer"]


def packed(parts: dict[str, bytes]) -> bytes:
    """Make a file of parts, as a workbook is."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Give the parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_opening_a_workbook_with_a_password_says_so() -> None:
    """Excel keeps a locked workbook as a compound file, as it did all workbooks before 2007."""
    with pytest.raises(WorkbookLocked):
        grids_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))


def test_opening_a_workbook_that_unpacks_without_end_is_refused_unopened() -> None:
    """A small file may hold gigabytes of nothing; its size is read before it is unpacked."""
    bomb = packed(parts_of(workbook(nothing)) | {"xl/worksheets/sheet2.xml": bytes(MAX_UNPACKED_BYTES)})
    assert len(bomb) < 100_000
    with pytest.raises(WorkbookTooLarge):
        grids_of(bomb)


LAUGHS = b"<!DOCTYPE x [<!ENTITY a '%s'>%s]><worksheet>&j;</worksheet>" % (
    b"ha" * 50,
    b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(9)),
)


@pytest.mark.parametrize(
    "content",
    [
        workbook(nothing)[:2000],
        packed({"noe.txt": b"ikke en arbeidsbok"}),
        packed(parts_of(workbook(nothing)) | {"xl/workbook.xml": b"<x"}),
        packed(parts_of(workbook(nothing)) | {"xl/worksheets/sheet1.xml": b"\0"}),
        packed(parts_of(workbook(nothing)) | {"xl/worksheets/sheet1.xml": LAUGHS}),
        b"PK\x03\x04" + bytes(100),
    ],
    ids=["cut", "other", "no-xml", "nul", "laughs", "empty"],
)
def test_opening_a_broken_workbook_is_refused_in_words(content: bytes) -> None:
    """Whatever is wrong inside, the user is told what to do."""
    with pytest.raises(WorkbookBroken):
        grids_of(content)

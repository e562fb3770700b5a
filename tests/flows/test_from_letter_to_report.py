from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from tests.kit.command_line import CommandLine

NEXT = """# Tildelingsbrev 2028 til Prøvedirektoratet

Dato: 20.12.2027

## Mål 1: Trygge prøver

| Oppdragsnr. | Oppdrag | Frist |
|---|---|---|
| 2028-01 | Utrede et prøveregister | 01.06.2028 |
"""
ENDINGS = ("docx", "xlsx", "pdf", "csv", "json", "html")


@pytest.fixture
def lived(fristvakt: CommandLine) -> CommandLine:
    """A year that is over: one delivery in time, one by a moved deadline, the rest left."""
    fristvakt.confirmed().now = dt.datetime(2027, 12, 30, 9, tzinfo=dt.UTC)
    fristvakt.done("duty", "deliver", "2027-01", "--on", "20.02.2027", "--reference", "27/101-5")
    file = fristvakt.home / "neste.md"
    file.write_text(NEXT, encoding="utf-8")
    fristvakt.done("letter", "add", file, "--year", "2028")
    fristvakt.done("accept", "--clear", "--letter", "2")
    for gone in ("gone:2027-02", "gone:2027-03"):
        fristvakt.done("reject", gone, "--letter", "2", "--reason", "Avgjøres når året avsluttes")
    fristvakt.done("confirm", "--letter", "2")
    fristvakt.now = dt.datetime(2028, 1, 20, 9, tzinfo=dt.UTC)
    return fristvakt


def said(file: Path) -> str:
    """Open a document as its reader's program does, and give its texts."""
    content = file.read_bytes()
    match file.suffix:
        case ".docx":
            document = docx.Document(io.BytesIO(content))
            cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
            return "\n".join([*(each.text for each in document.paragraphs), *cells])
        case ".xlsx":
            book = openpyxl.load_workbook(io.BytesIO(content))
            return "\n".join(
                str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
            )
        case ".pdf":
            return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
        case ".json":
            return json.dumps(json.loads(content), ensure_ascii=False)
        case _:
            return content.decode("utf-8-sig")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_reporting_a_year_in_every_format_tells_what_was_delivered(lived: CommandLine, language: str) -> None:
    """Word, workbook, PDF, CSV, JSON and HTML are opened, and all tell of the same delivery."""
    title = "Årsrapport 2027"
    lived.done("year", "text", "2027", "--place", "goal-1", "--text", "Målet er nådd, i hovudsak.")
    for ending in ENDINGS:
        file = lived.home / f"rapport.{ending}"
        assert title in lived.done("report", "year", "2027", "--out", file, "--language", language).out
        words = said(file)
        for one in (title, "2027-01", "Lage plan for prøvene", "27/101-5", "Målet er nådd, i hovudsak."):
            assert one in words, (ending, one)


def test_reporting_as_of_an_earlier_day_knows_nothing_that_was_recorded_later(lived: CommandLine) -> None:
    """A delivery that was written down in December is unknown in June."""
    file = lived.home / "status.json"
    lived.done("report", "status", "--as-of", "30.06.2027", "--out", file)
    early = said(file)
    assert "27/101-5" not in early
    lived.done("report", "half-year", "2027", "--out", lived.home / "halvar.json")
    assert "27/101-5" in said(lived.home / "halvar.json")


def test_closing_a_year_carries_over_with_links_and_seals_it_until_it_is_reopened(lived: CommandLine) -> None:
    """What is left is listed; carrying over decides it; the seal holds; a change needs reopening."""
    status = lived.done("year", "status", "2027").out
    assert "2027-02" in status
    assert "ikke levert" in status
    assert "year status 2027" in lived.refused("year", "close", "2027")
    assert "--to-letter" in lived.refused("year", "close", "2027", "--carry-all")
    closed = lived.done("year", "close", "2027", "--carry-all", "--to-letter", "2", "--format", "json").json
    register = {row["reference"]: row for row in lived.done("register", "--format", "json").json}
    linked = {"duty": register["2027-02"]["id"], "to": register["2028-01"]["id"]}
    assert linked in closed["carried"]
    verified = lived.done("trail", "verify", "--format", "json").json
    assert (verified["sound"], verified["fitting"]) == (True, closed["checkpoint"])
    assert closed["checkpoint"] in lived.done("year", "status", "2027").out
    wrong = ("duty", "correct", "2027-01", "--delivered-on", "21.02.2027", "--reason", "Feil dag")
    assert "2027 er avsluttet" in lived.refused(*wrong)
    lived.done("year", "reopen", "2027", "--reason", "Feil dag")
    lived.done(*wrong)
    assert "er avsluttet" in lived.done("year", "close", "2027").out
    assert "Ingen endring" in lived.done("year", "close", "2027").out

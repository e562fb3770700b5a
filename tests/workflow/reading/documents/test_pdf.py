"""PDF with a text layer gives lines with pages, and tables however they are drawn."""

import pytest
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas

from tests.workflow.reading.documents.pdf_files import (
    FOOT,
    GRID,
    RULES,
    TOP,
    drawn,
    paragraph,
    pdf,
    picture_page,
    table,
    text_page,
)
from workflow.reading.documents.door import text_of
from workflow.reading.text import LetterText, Table

PROSE = "Departementet viser til proposisjonen og ber om rapport innen 1. mars 2026<super>1</super>. " * 5
LONG = "Utrede endringer i regelverket og vurdere nye tiltak for å få flere innvandrere i arbeid"


def read(data: bytes) -> LetterText:
    """Read a PDF."""
    return text_of("brev.pdf", data)


def words(found: Table) -> list[list[str]]:
    """Give the words of every cell, on one line."""
    return [[" ".join(cell.text.split()) for cell in row] for row in found.rows]


def rows(count: int) -> list[list[str]]:
    """Make a calendar of so many assignments, where title and deadline take several lines."""
    body = [[f"2026-{n:02d}", LONG, f"Del 1: {n}.6.2026<br/>Del 2: {n}.9.2026"] for n in range(1, count + 1)]
    return [["Nr", "Oppdrag", "Frist"], *body]


def expected(count: int) -> list[list[str]]:
    """Give the words that such a calendar has."""
    return [[text.replace("<br/>", " ") for text in row] for row in rows(count)]


def test_reading_prose_gives_lines_with_pages_and_marks_raised_numbers() -> None:
    """Lines stand in reading order with their page, and a footnote's number never joins the year."""
    found = read(pdf(paragraph(PROSE), paragraph("Slutt")))

    assert found.pages == 1
    assert [line.text for line in found.lines][:2] == ["Tildelingsbrev", ""]
    assert found.lines[2].text.startswith("Departementet viser til proposisjonen")
    assert "2026[1]" in " ".join(line.text for line in found.lines)
    assert "20261" not in " ".join(line.text for line in found.lines)
    assert [line.text for line in found.lines][-4:] == ["", "Slutt", "", "Side 1"]
    assert all(line.page == 1 for line in found.lines)


@pytest.mark.parametrize("style", [GRID, RULES, TOP, FOOT], ids=["grid", "rules", "no rules", "at the foot"])
def test_reading_a_table_finds_its_rows_however_it_is_drawn(style: list[tuple[object, ...]]) -> None:
    """Rows and columns are found by rules, or by how the text stands."""
    found = read(pdf(paragraph(PROSE), table(rows(5), [2, 6, 4], style), paragraph(PROSE)))

    assert [words(one) for one in found.tables] == [expected(5)]


@pytest.mark.parametrize("style", [GRID, RULES], ids=["grid", "rules"])
def test_reading_a_table_when_pages_break_it_joins_it(style: list[tuple[object, ...]]) -> None:
    """A table over three pages is one, its repeated headers gone, and each cell knows its lines."""
    found = read(pdf(*[paragraph(PROSE)] * 6, table(rows(30), [2, 6, 4], style), paragraph("Slutt")))

    assert found.pages is not None
    assert found.pages >= 3
    assert [words(one) for one in found.tables] == [expected(30)]
    for row in found.tables[0].rows:
        quoted = " ".join(line.text for line in found.lines[row[0].first_line - 1 : row[0].last_line])
        assert row[0].text in quoted


def test_reading_a_table_when_a_page_break_cuts_a_row_joins_the_row() -> None:
    """The deadline stays with the assignment it was cut from."""

    def row(canvas: Canvas, y: float, *texts: str) -> None:
        edges = [50, 130, 400, 520]
        canvas.grid(edges, [y, y + 40])
        for x, text in zip(edges, texts, strict=False):
            canvas.drawString(x + 5, y + 25, text)

    def first(canvas: Canvas) -> None:
        text_page(canvas)
        row(canvas, 100, "2026-01", "Utrede behovet for", "")
        canvas.drawString(50, 40, "Side 1")

    def second(canvas: Canvas) -> None:
        row(canvas, 700, "", "nye digitale læremidler", "31.12.2026")
        canvas.drawString(50, 600, "Slutt")

    found = read(drawn(first, second))

    assert [words(one) for one in found.tables] == [
        [["2026-01", "Utrede behovet for nye digitale læremidler", "31.12.2026"]]
    ]


def test_reading_lines_when_the_gap_is_wide_keeps_it_wide() -> None:
    """What stands apart on the page is not run together to one phrase."""

    def page(canvas: Canvas) -> None:
        text_page(canvas)
        canvas.drawString(50, 820, "Vår ref. 24/123")
        canvas.drawString(400, 820, "Dato 16.12.2025")

    assert read(drawn(page)).lines[0].text == "Vår ref. 24/123   Dato 16.12.2025"


def test_reading_prose_never_makes_a_table_of_it() -> None:
    """Running text, also in a frame, is no table."""
    framed = table([[PROSE], [PROSE]], [12], GRID)

    assert read(pdf(*[paragraph(PROSE)] * 12, framed)).tables == ()


def test_reading_when_some_pages_are_pictures_names_them() -> None:
    """What was not read is said."""
    found = read(drawn(text_page, picture_page, text_page))

    assert found.pages_without_text == (2,)
    assert found.pages == 3


def test_reading_when_only_the_owner_has_a_password_opens_it() -> None:
    """A PDF that may be read but not changed is read."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    def page(canvas: Canvas) -> None:
        canvas.setEncrypt(StandardEncryption("", ownerPassword="hemmelig", canModify=0))
        canvas.drawString(2 * cm, 20 * cm, "Frist 1. mars")

    assert read(drawn(page)).lines[0].text == "Frist 1. mars"

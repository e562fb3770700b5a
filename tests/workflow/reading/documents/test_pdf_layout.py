"""PDF as offices make them: headings, lists, running lines and tables come out as in the source."""

from collections.abc import Callable

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from tests.workflow.reading.documents.pdf_files import TOP, drawn, paragraph, pdf, table, text_page
from workflow.reading.documents.door import text_of
from workflow.reading.documents.pdf_lines import Word
from workflow.reading.documents.pdf_wraps import join_cut_word, mend
from workflow.reading.text import LetterText

STYLES = getSampleStyleSheet()
PROSE = "Departementet viser til proposisjonen og til dialogen om hva direktoratet skal levere. " * 4


def read(data: bytes) -> LetterText:
    """Read a PDF."""
    return text_of("brev.pdf", data)


def texts(found: LetterText) -> list[str]:
    """Give the lines that say something."""
    return [line.text for line in found.lines if line.text]


def cells(found: LetterText) -> list[list[list[str]]]:
    """Give the words of every table."""
    return [[[" ".join(cell.text.split()) for cell in row] for row in one.rows] for one in found.tables]


def heading(text: str, level: int) -> Paragraph:
    """Make a heading."""
    return Paragraph(text, STYLES[f"Heading{level}"])


def test_reading_headings_gives_their_levels() -> None:
    """Larger letters stand above smaller ones, and a heading over two lines is one."""
    long = "3 Mål, prioriteringer, oppdrag og styringsparametere for direktoratet i budsjettåret som kommer"
    found = read(
        pdf(heading("Tildelingsbrev 2027", 1), paragraph(PROSE), heading("2 Mål", 2), heading(long, 2),
            paragraph(PROSE), heading("Mål 1: Alle fyr lyser", 3), paragraph(PROSE))
    )  # fmt: skip

    levels = [(line.text, line.level) for line in found.lines if line.level]
    assert levels == [("Tildelingsbrev 2027", 1), ("2 Mål", 2), (long, 2), ("Mål 1: Alle fyr lyser", 3)]


def test_reading_bold_words_when_they_carry_a_deadline_makes_no_heading_of_them() -> None:
    """A heading's dates are nobody's deadline, so what may be one is never called a heading."""
    found = read(
        pdf(paragraph(PROSE), paragraph("<b>Leveres 1. mars 2027</b>"), paragraph("<b>Frist: våren 2027</b>"),
            paragraph("<b>Departementet ber om en plan.</b>"), paragraph("<b>Bakgrunn</b>"), paragraph(PROSE))
    )  # fmt: skip

    assert [line.text for line in found.lines if line.level] == ["Bakgrunn"]


@pytest.mark.parametrize("mark", ["•", "\uf0b7", "–", "o"])
def test_reading_a_list_makes_no_table_of_it(mark: str) -> None:
    """Marks of a list are no column, whatever letter stands for them."""

    def page(canvas: Canvas) -> None:
        for number in range(5):
            canvas.drawString(60, 700 - 14 * number, mark)
            canvas.drawString(90, 700 - 14 * number, f"rapport {number} innen 1. mars 2027")

    found = read(drawn(page))

    assert found.tables == ()
    assert [text[1:] for text in texts(found)] == [f" rapport {n} innen 1. mars 2027" for n in range(5)]


def test_reading_a_list_when_its_marks_say_no_letter_shows_bullets() -> None:
    """A glyph without a letter, alone at the start of a line, marks a point."""
    style = ParagraphStyle("point", bulletFontName="Symbol", bulletIndent=0, leftIndent=20)
    found = read(pdf(*[Paragraph(f"rapport {n}", style, bulletText="\uf0b7") for n in range(4)]))

    assert found.tables == ()
    assert texts(found)[1:-1] == [f"• rapport {n}" for n in range(4)]


def test_reading_numbered_points_makes_no_table_of_them() -> None:
    """Numbers with a wide gap after them are a list too."""

    def page(canvas: Canvas) -> None:
        for number in range(1, 6):
            canvas.drawString(60, 700 - 14 * number, f"{number}.")
            canvas.drawString(100, 700 - 14 * number, "Rapport leveres")

    assert read(drawn(page)).tables == ()


def test_reading_running_lines_keeps_each_once() -> None:
    """The head stands first and the foot last, so that nothing on the way is parted by them."""
    found = texts(read(pdf(*[paragraph(PROSE)] * 30)))

    assert found.count("Tildelingsbrev") == 1
    assert found[0] == "Tildelingsbrev"
    assert [text for text in found if text.startswith("Side")] == [found[-1]]


def test_reading_running_lines_when_they_differ_keeps_them_all() -> None:
    """«Vedlegg 1» and «Vedlegg 2» at the top of two pages are two headings, not one running line."""

    def annex(number: int) -> Callable[[Canvas], None]:
        def page(canvas: Canvas) -> None:
            text_page(canvas)
            canvas.drawString(50, 820, f"Vedlegg {number}")
            canvas.drawString(50, 30, f"Frist {number}. mars")

        return page

    found = texts(read(drawn(annex(1), annex(2))))

    assert {"Vedlegg 1", "Vedlegg 2", "Frist 1. mars", "Frist 2. mars"} <= set(found)


def test_reading_a_wrapped_paragraph_gives_one_line() -> None:
    """A date that the end of a line cut in two is whole; a new paragraph begins anew."""
    found = texts(read(pdf(paragraph("Frist er 1. mars 2027. " * 20), paragraph("Ny frist."))))

    assert found[1:-1] == [("Frist er 1. mars 2027. " * 20).strip(), "Ny frist."]


def test_reading_a_table_without_rules_when_it_is_short_goes_by_its_head() -> None:
    """One row below known columns is enough, and a wrapped last cell stays in its column."""
    rows = [
        ["Oppdrag", "Tittel", "Frist"],
        ["KT-4", "Veileder for urmakere", "Settes i dialog med departementet"],
        ["KT-5", "Register over solur", "15.12.2027"],
    ]

    for count in (2, 3):
        assert cells(read(pdf(paragraph(PROSE), table(rows[:count], [3, 5, 3.6], TOP)))) == [rows[:count]]


def test_reading_a_table_without_rules_when_rows_stand_close_tells_them_by_what_goes_on() -> None:
    """A column that is blank has ended until the next row begins."""
    lines = [("Når", "Hva", "Ansvarlig"), ("Uke 10", "Innspill til revidert", "Klokketilsynet"),
             ("", "nasjonalbudsjett", ""), ("Oktober", "Etatsstyringsmøte", "Departementet"),
             ("", "Plan for neste år", "Klokketilsynet")]  # fmt: skip

    def page(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            for x, words in zip((60, 160, 300), line, strict=True):
                canvas.drawString(x, 700 - 14 * number, words)

    assert cells(read(drawn(page))) == [
        [
            ["Når", "Hva", "Ansvarlig"],
            ["Uke 10", "Innspill til revidert nasjonalbudsjett", "Klokketilsynet"],
            ["Oktober", "Etatsstyringsmøte", "Departementet"],
            ["", "Plan for neste år", "Klokketilsynet"],
        ]
    ]


def test_reading_a_table_without_rules_when_cells_are_centred_goes_by_the_strips_between_them() -> None:
    """As a plain web page is printed: heads in the middle, days to the right, rows of unequal height."""
    rows = [
        ["Oppdrag", "Ansvar", "Frist"],
        ["Plan for straumsparing i\nlysløyper", "Energi", "1. juni 2027"],
        ["Rettleiar om universell utforming", "Plan", "før sommaren 2027"],
        ["Register over løyper", "Data", "første versjon 15. april, endeleg versjon 15.\noktober"],
    ]
    style = [("ALIGN", (0, 0), (-1, 0), "CENTER"), ("ALIGN", (2, 1), (2, -1), "RIGHT"),
             ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("TOPPADDING", (0, 0), (-1, -1), 1),
             ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]  # fmt: skip

    found = cells(read(pdf(paragraph(PROSE), Table(rows, style=style), paragraph(PROSE))))

    assert found == [[[text.replace("\n", " ") for text in row] for row in rows]]


def test_reading_a_table_when_only_every_other_row_is_drawn_finds_all_rows() -> None:
    """Shaded rows are drawn cell by cell, and those between them not at all."""
    body = [[f"KT-{n}", f"Veileder {n}", f"{n}. mai 2027"] for n in range(1, 6)]
    rows = [["Oppdrag", "Tittel", "Frist"], *body]
    shaded = [("BACKGROUND", (0, n), (-1, n), colors.lightblue) for n in (0, 2, 4)]
    lines = [("GRID", (0, n), (-1, n), 0.5, colors.blue) for n in (0, 2, 4)]

    assert cells(read(pdf(paragraph(PROSE), table(rows, [3, 5, 4], [*shaded, *lines])))) == [rows]


def test_reading_a_page_in_two_columns_reads_one_after_the_other() -> None:
    """Lines that stand side by side are not run together, and a heading across both stands first."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(50, 780, "Et langt avsnitt som går over hele siden, fra den ene margen til neste.")
        for number in range(20):
            canvas.drawString(50, 740 - 14 * number, f"Venstre spalte har linje nummer {number + 10} her")
            canvas.drawString(310, 736 - 14 * number, f"Høyre spalte har også linje nummer {number + 10}")

    found = texts(read(drawn(page)))

    assert found[0].startswith("Et langt avsnitt")
    assert found[1:21] == [f"Venstre spalte har linje nummer {n} her" for n in range(10, 30)]
    assert found[21:] == [f"Høyre spalte har også linje nummer {n}" for n in range(10, 30)]


@pytest.mark.parametrize("turned", [0, 90, -90])
def test_reading_a_page_when_its_text_runs_up_or_down_turns_it(turned: int) -> None:
    """A wide calendar on an upright sheet keeps its rows, drawn lines and all."""
    rows = [["Oppdrag", "Tittel", "Frist"], ["A-1", "Plan for arbeidet", "1. mars 2027"]]

    def page(canvas: Canvas) -> None:
        canvas.translate({0: 0, 90: 595, -90: 0}[turned], {0: 0, 90: 0, -90: 842}[turned])
        canvas.rotate(turned)
        edges = [50, 200, 400, 550]
        canvas.grid(edges, [340, 370, 400])
        for number, row in enumerate(rows):
            for x, words in zip(edges, row, strict=False):
                canvas.drawString(x + 5, 380 - 30 * number, words)

    assert cells(read(drawn(page))) == [rows]


def test_reading_a_cut_table_when_a_note_stands_between_keeps_the_note() -> None:
    """The halves become one table, and what stood between them comes after it with its page."""

    def page(first: int, note: str) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            edges = [50, 130, 400, 520]
            top = 780 if first > 1 else 300
            for number in range(first, first + 5):
                y = top - 20 * (number - first)
                canvas.grid(edges, [y, y + 20])
                row = (f"2026-{number:02d}", "Utrede behovet", "31.12.2026")
                for x, words in zip(edges, row, strict=False):
                    canvas.drawString(x + 5, y + 5, words)
            canvas.drawString(50, 40, note)

        return draw

    found = read(drawn(page(1, "1 Tilsynet svarer 1. mars 2026."), page(6, "Slutt")))

    assert [len(one.rows) for one in found.tables] == [10]
    only = found.tables[0]
    assert only.last_line - only.first_line == 9
    assert [line.page for line in found.lines[only.last_line :] if line.text] == [1, 2]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("i rapporterings-", "kalender og plan", ("i rapporteringskalender", "og plan")),
        ("ny IKT-", "drift", ("ny IKT-drift", "")),
        ("oppdrag 2026-", "01 Veileder", ("oppdrag 2026-01", "Veileder")),
        ("vår-", "og høstmøte", None),
        ("2026 –", "og videre", None),
        ("Mål-", "Oppdrag", None),
    ],
)
def test_joining_a_word_that_the_line_cut(above: str, below: str, whole: tuple[str, str] | None) -> None:
    """A hyphen that only cut a word goes; one that belongs to the word stays."""
    assert join_cut_word(above, below) == whole


def test_mending_a_cell_joins_what_goes_on_and_parts_what_begins_anew() -> None:
    """Wrapped words become one text; points of their own stay on lines of their own."""

    def line(text: str, width: float) -> tuple[str, list[Word]]:
        words = text.split()
        step = width / len(words)
        made = [Word(w, n * step, (n + 1) * step - 3, 0, 10, 10, False) for n, w in enumerate(words)]
        return text, made

    found = mend([line("Del 1: 1.", 97), line("april 2027", 50), line("Del 2: høst", 60)], 100)

    assert found == ["Del 1: 1. april 2027", "Del 2: høst"]

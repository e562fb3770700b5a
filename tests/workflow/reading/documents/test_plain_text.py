"""Plain text keeps the lines of the file, whatever it was saved with."""

import codecs
from pathlib import Path

import pytest

from workflow.reading.documents.door import open_document, text_of
from workflow.reading.text import Table

LETTERS = Path(__file__).parents[4].parent / "shared" / "letters"
NORWEGIAN = "Årsrapport på blått papir – «ærlig»\nFrist: 15. mars 2026\n"


def words(table: Table) -> list[list[str]]:
    """Give the words of every cell."""
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    "data",
    [
        NORWEGIAN.encode(),
        codecs.BOM_UTF8 + NORWEGIAN.encode(),
        NORWEGIAN.encode("utf-16"),
        NORWEGIAN.encode("utf-16-le"),
        NORWEGIAN.encode("utf-16-be"),
        NORWEGIAN.encode("utf-32"),
        NORWEGIAN.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"],
)
def test_reading_text_when_saved_in_any_encoding_gives_the_same_words(data: bytes) -> None:
    """The encoding a letter was saved in changes none of its words."""
    found = [line.text for line in text_of("brev.txt", data).lines]

    assert found == ["Årsrapport på blått papir – «ærlig»", "Frist: 15. mars 2026"]


def test_reading_text_when_one_byte_is_damaged_keeps_the_rest() -> None:
    """One damaged byte in UTF-8 does not turn every Norwegian letter into two strange ones."""
    found = text_of("brev.txt", "Årsrapport på blått papir".encode() + b"\xff.").lines[0].text

    assert found.startswith("Årsrapport på blått papir")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["", "newline"])
def test_numbering_lines_when_newlines_differ_counts_as_an_editor(newline: str, end: str) -> None:
    """Lines are counted as an editor counts them, and a newline at the end adds none."""
    source = newline.join(["en", "", "to", "tre"]) + (newline if end else "")

    found = text_of("brev.txt", source.encode()).lines

    assert [(line.number, line.text) for line in found] == [(1, "en"), (2, ""), (3, "to"), (4, "tre")]


def test_numbering_lines_when_separators_are_not_newlines_does_not_break_there() -> None:
    """Only newlines part lines: Unicode's other separators do not shift the numbers."""
    found = text_of("brev.txt", "en\u2028to\x0btre\x85fire\nfem".encode()).lines

    assert [line.text for line in found] == ["en to tre fire", "fem"]


def test_reading_text_when_form_feeds_part_pages_gives_pages_and_keeps_line_numbers() -> None:
    """A form feed turns the page where it stands, and takes no line."""
    found = text_of("brev.txt", b"side en\n\fside to\nmer\f\nside tre\f")

    assert [(line.text, line.page) for line in found.lines] == [
        ("side en", 1),
        ("side to", 2),
        ("mer", 2),
        ("side tre", 3),
    ]
    assert found.pages == 3


def test_reading_text_when_characters_are_invisible_shows_the_words() -> None:
    """Hard spaces, soft hyphens, ligatures and composed letters are read as what a person sees."""
    found = text_of("brev.txt", "\uf0b7 Fr\u00adist:\u00a015.\u202fa\u030arlig ﬁlm".encode()).lines[0].text

    assert found == "• Frist: 15. årlig film"


def test_reading_text_when_rows_are_divided_by_bars_gives_a_table() -> None:
    """A paragraph where every line has the same bars is a table; an empty cell stays empty."""
    text = "Innledning\n\nFrist | Tabell | Semester\n15. mars | Søknader | Vår\n | Emne | Høst\n\nSlutt"

    tables = text_of("frister.txt", text.encode()).tables

    assert [words(table) for table in tables] == [
        [["Frist", "Tabell", "Semester"], ["15. mars", "Søknader", "Vår"], ["", "Emne", "Høst"]]
    ]
    assert [cell.first_line for cell in tables[0].rows[2]] == [5, 5, 5]
    assert [row[0].is_header for row in tables[0].rows] == [True, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "Årsrapport      15.03.2026\nBudsjett        01.06.2026\nRegnskap        15.09.2026",
        "Årsrapport\t15.03.2026\nBudsjett\t01.06.2026\nRegnskap\t15.09.2026",
    ],
    ids=["blanks", "tabs"],
)
def test_reading_text_when_columns_stand_straight_gives_a_table(text: str) -> None:
    """Columns that stand straight through at least three lines are a table."""
    (table,) = text_of("frister.txt", text.encode()).tables

    assert words(table)[0] == ["Årsrapport", "15.03.2026"]
    assert words(table)[2] == ["Regnskap", "15.09.2026"]


@pytest.mark.parametrize(
    "text",
    [
        "2026- 06 | Utarbeide retningslinjer | 01.06.2026\nroller, ansvar mv.\n2026- 07 | Verktøy | 1.9.2026",
        "a | b\nc | d",
        "Årsrapport     15.03.2026\nBudsjett  01.06.2026\nRegnskap        15.09.2026",
        "en  setning med to rom\nog en til  med to rom\nog så  en tredje",
    ],
    ids=["a wrapped row", "two rows", "crooked columns", "prose"],
)
def test_reading_text_when_a_table_is_not_plain_leaves_it_to_the_reader(text: str) -> None:
    """What could be read in two ways is left as lines."""
    assert text_of("brev.txt", text.encode()).tables == ()


@pytest.mark.skipif(not LETTERS.exists(), reason="the shared letters are not on this machine")
def test_reading_the_real_letter_gives_the_lines_of_the_file() -> None:
    """Every line of the real letter has the number and the words it has in the file."""
    path = LETTERS / "imdi-tildelingsbrev-2026.txt"

    found = open_document(path)

    assert len(found.lines) == 2305
    assert [line.text for line in found.lines] == [
        line.replace("\f", " ") for line in path.read_text(encoding="utf-8").split("\n")[:-1]
    ]

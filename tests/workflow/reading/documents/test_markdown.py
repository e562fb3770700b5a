"""Markdown keeps the file's line numbers, and gives up its marks, headings and tables."""

import pytest

from workflow.reading.documents.door import text_of
from workflow.reading.text import LetterText


def read(text: str) -> LetterText:
    """Read a Markdown file."""
    return text_of("brev.md", text.encode())


def test_reading_headings_when_marked_in_any_way_gives_their_level() -> None:
    """Headings have their level and none of their marks; the lines of the file stay."""
    found = read("# **1. Mål** #\n\n### Delmål #3\n\nRapportering\n===\n\nFrister\n---\n#ikke overskrift\n")

    assert [(line.number, line.text, line.level) for line in found.lines if line.text] == [
        (1, "1. Mål", 1),
        (3, "Delmål #3", 3),
        (5, "Rapportering", 1),
        (8, "Frister", 2),
        (10, "#ikke overskrift", None),
    ]
    assert len(found.lines) == 10


def test_reading_a_fenced_block_when_it_looks_like_headings_leaves_it_alone() -> None:
    """What stands in a fenced block is text as it is."""
    found = read("```\n# 1. mars\n```\n")

    assert (found.lines[1].text, found.lines[1].level) == ("# 1. mars", None)


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Frist:** 1. *mars* 2026", "Frist: 1. mars 2026"),
        ("_Frist_ 31\\.12\\.2026", "Frist 31.12.2026"),
        ("se [brevet](http://x.no/a_(b)) her", "se brevet her"),
        ("innen 1. mars 2026<sup>2</sup>", "innen 1. mars 2026[2]"),
        ('<span id="p-3"></span>Frist&nbsp;1. mai &amp; 1. juni', "Frist 1. mai & 1. juni"),
        ("fil_navn_her og 2 * 3 * 4", "fil_navn_her og 2 * 3 * 4"),
        ("a < b og c > d", "a < b og c > d"),
    ],
)
def test_reading_a_line_when_it_is_marked_up_gives_its_words(marked: str, plain: str) -> None:
    """The words are what a person reads, and a footnote's number never joins the year."""
    assert read(marked).lines[0].text == plain


def test_reading_a_pipe_table_gives_cells_with_the_lines_of_the_file() -> None:
    """Cells know their line; escaped bars and breaks stay inside the cell."""
    found = read(
        "Tekst\n\n| Oppdrag | Frist |\n|:--|--:|\n| **A** \\| B | Del 1<br>1.6.2026 |\n| C |\n\nSlutt"
    )

    (table,) = found.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Oppdrag", "Frist"],
        ["A | B", "Del 1\n1.6.2026"],
        ["C", ""],
    ]
    assert [row[0].first_line for row in table.rows] == [3, 5, 6]
    assert (table.first_line, table.last_line) == (3, 6)
    assert [row[0].is_header for row in table.rows] == [True, False, False]


def test_reading_a_pipe_table_when_the_file_is_called_text_is_recognised_by_its_content() -> None:
    """A table of pipes and dashes is Markdown, whatever the file is called."""
    found = text_of("brev.txt", b"Oppdrag | Frist\n--- | ---\nA | 1.6.2026\n")

    assert len(found.tables) == 1


def test_reading_an_html_table_in_markdown_gives_the_source_lines_of_each_cell() -> None:
    """A cell stands on the lines its words stand on, and one that spans rows is the same cell in each."""
    found = read(
        "Innledning\n\n<table>\n<tr><th>Oppdrag</th><th>Frist</th></tr>\n"
        '<tr>\n<td rowspan="2">2026-01\nUtrede</td>\n<td>Del 1:<br>1.6.2026<sup>1</sup></td>\n</tr>\n'
        "<tr><td>Del 2: 1.9.2026</td></tr>\n</table>\n\nFrist 1. mai"
    )

    (table,) = found.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Oppdrag", "Frist"],
        ["2026-01 Utrede", "Del 1:\n1.6.2026[1]"],
        ["2026-01 Utrede", "Del 2: 1.9.2026"],
    ]
    assert (table.rows[1][0].first_line, table.rows[1][0].last_line) == (6, 7)
    assert table.rows[1][1].first_line == 8
    assert table.rows[2][0] is table.rows[1][0]
    assert found.lines[12].text == "Frist 1. mai"


def test_reading_an_html_table_when_end_tags_are_missing_finds_the_cells() -> None:
    """HTML lets end tags be left out, and so do converters."""
    (table,) = read("<table><tr><td>A<td>1.1.2026<tr><td>B<td>2.2.2026</table>").tables

    assert [[cell.text for cell in row] for row in table.rows] == [["A", "1.1.2026"], ["B", "2.2.2026"]]


def test_reading_a_table_inside_a_table_in_markdown_keeps_its_cells_apart() -> None:
    """An inner table is text of its cell, a line for each of its rows."""
    (table,) = read(
        "<table><tr><td>A<td><table><tr><td>Del 1<td>1.1.2026<tr><td>Del 2<td>2.2.2026</table></table>"
    ).tables

    assert [cell.text for cell in table.rows[0]] == ["A", "Del 1 | 1.1.2026\nDel 2 | 2.2.2026"]

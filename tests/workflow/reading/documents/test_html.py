"""HTML gives the text a browser shows, one line for each block."""

import pytest

from workflow.reading.documents.door import text_of
from workflow.reading.text import LetterText


def read(body: str) -> LetterText:
    """Read a page with this body."""
    return text_of("brev.html", f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


def texts(found: LetterText) -> list[str]:
    """Give the words of every line."""
    return [line.text for line in found.lines]


def test_reading_html_gives_blocks_in_reading_order_without_what_is_not_shown() -> None:
    """Each block is a line; scripts, styles and hidden text are not the letter."""
    found = read(
        "<style>p{}</style><h2>Mål &amp; krav</h2><p>Frist er\n <b>1. mars</b>&nbsp;2026<sup>1</sup>.<br>"
        "Ny linje<script>var d='1.1.2026'</script><p style='display: none'>skjult<p>Slutt<del>2.2.2026</del>"
    )

    assert texts(found) == ["Mål & krav", "", "Frist er 1. mars 2026[1].", "Ny linje", "", "Slutt"]
    assert found.lines[0].level == 2


def test_reading_lists_when_numbered_writes_the_numbers() -> None:
    """Numbers that the browser makes are words of the letter, since the text refers to them."""
    found = read("<ol start=3><li><p>Tre</p><li>Fire<ul><li>under</ul></ol><ol type=a><li>A<li>B</ol>")

    assert [text for text in texts(found) if text] == ["3. Tre", "4. Fire", "• under", "a) A", "b) B"]


def test_reading_a_table_gives_a_line_for_each_row_and_paragraph() -> None:
    """Cells stand side by side, and each knows its lines."""
    found = read(
        "<table><caption>Kalender</caption><tr><th>Oppdrag<th>Frist"
        "<tr><td rowspan=2>A<td>1.1.2026<tr><td><p>2.2.2026<p>3.3.2026</table>"
    )

    assert texts(found) == ["Kalender", "", "Oppdrag | Frist", "A | 1.1.2026", " | 2.2.2026", " | 3.3.2026"]
    (table,) = found.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Oppdrag", "Frist"],
        ["A", "1.1.2026"],
        ["A", "2.2.2026\n3.3.2026"],
    ]
    assert table.rows[2][0] is table.rows[1][0]
    assert (table.rows[2][1].first_line, table.rows[2][1].last_line) == (5, 6)
    assert (table.first_line, table.last_line) == (3, 6)


def test_reading_a_table_when_a_cell_is_as_wide_as_the_table_puts_it_in_the_first_column() -> None:
    """A heading inside a table is not also a deadline; a cell over some columns counts in each."""
    found = read(
        "<table><tr><th>Oppdrag<th>Del 1<th>Del 2<tr><td colspan=3>Mål 1"
        "<tr><td>A<td colspan=2>1.1.2026</table>"
    )

    assert [[cell.text for cell in row] for row in found.tables[0].rows] == [
        ["Oppdrag", "Del 1", "Del 2"],
        ["Mål 1", "", ""],
        ["A", "1.1.2026", "1.1.2026"],
    ]


def test_reading_a_small_table_in_a_cell_keeps_it_in_the_cell() -> None:
    """An inner table is text of its cell, a line for each of its rows."""
    found = read(
        "<table><tr><th>Oppdrag<th>Deler<tr><td>A<td><table>"
        "<tr><td>Del 1<td>1.1.2026<tr><td>Del 2<td>2.2.2026</table></table>"
    )

    assert texts(found) == ["Oppdrag | Deler", "A | Del 1 | 1.1.2026", " | Del 2 | 2.2.2026"]
    assert [table.rows[1][1].text for table in found.tables] == ["Del 1 | 1.1.2026\nDel 2 | 2.2.2026"]


def test_reading_a_large_table_in_a_frame_gives_the_inner_table() -> None:
    """A page set in a table is read through, and the calendar in it is a table of its own."""
    found = read(
        "<table><tr><td>Meny<td><p>Kalender<table><tr><td>A<td>1.1.2026<tr><td>B<td>2.2.2026</table></table>"
    )

    assert [text for text in texts(found) if text] == ["Meny", "Kalender", "A | 1.1.2026", "B | 2.2.2026"]
    assert [len(table.rows) for table in found.tables] == [2]


def test_reading_a_table_when_it_only_lays_out_the_page_reads_through_it() -> None:
    """A page laid out with tables is read as a page."""
    found = read("<table><tr><td>Meny<td><h1>Brev</h1><table><tr><td>A<td>1.1.2026</table></table>")

    assert [text for text in texts(found) if text] == ["Meny", "Brev", "A | 1.1.2026"]
    assert len(found.tables) == 1


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "no-such-charset", "utf-8"])
def test_reading_html_when_the_charset_is_declared_wrongly_still_gives_norwegian(declared: str) -> None:
    """What the page says about its charset is weighed against its bytes."""
    page = f'<html><head><meta charset="{declared}"></head><body>Årsrapport – «på»</body></html>'

    assert text_of("a.html", page.encode()).lines[0].text == "Årsrapport – «på»"
    assert text_of("a.html", page.encode("cp1252")).lines[0].text == "Årsrapport – «på»"

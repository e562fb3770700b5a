"""Damaged files of every format give a text or a refusal, and nothing else."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflow.reading.documents.docx_files import docx_of
from tests.workflow.reading.documents.pdf_files import GRID, paragraph, pdf, table
from workflow.reading.documents.door import text_of
from workflow.reading.documents.refusals import DocumentRefusal
from workflow.reading.text import LetterText

HTML = (
    "<!DOCTYPE html><html><body><h1>Mål</h1><p>Frist 1. mars</p><ol><li>en<li>to</ol>"
    "<table><tr><th rowspan=2>A<th colspan=2>B<tr><td>1.1.2026<td>x</table></body></html>"
).encode()
MARKDOWN = (
    "# **Mål**\n\n| A | B |\n|---|:--|\n| 1\\|2 | *3*<br>[x](y) |\n\n```\nx\n```\n"
    "<table>\n<tr><td rowspan=2>A<td>B<tr><td>C</table>\n"
).encode()
TEXT = b"Frist 1. mars\f\r\nA | B\nC | D\nE | F\n\nA  1.1\nB  2.2\nC  3.3\n"
DOCX = docx_of(
    "<w:p><w:pPr><w:pStyle w:val='ListNumber'/></w:pPr><w:r><w:t>Frist</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
)
PDF = pdf(paragraph("Frist 1. mars"), table([["A", "B"], ["1.1.2026", "x"]], [4, 4], GRID))

cheap = settings(max_examples=100, deadline=None)
in_a_child = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def damaged(draw: st.DrawFn, sound: bytes) -> bytes:
    """Cut a file short, or change, double or take out some of its bytes."""
    data = bytearray(sound[: draw(st.integers(1, len(sound)))] if draw(st.booleans()) else sound)
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, max(len(data) - 1, 0)))
        end = min(start + draw(st.integers(0, 40)), len(data))
        filling = draw(st.one_of(st.binary(max_size=20), st.just(bytes(data[start:end]) * 2)))
        data[start:end] = filling
    return bytes(data)


def reads_or_refuses(name: str, data: bytes) -> None:
    """Read, and hold the result to what a text promises."""
    try:
        found = text_of(name, data)
    except DocumentRefusal:
        return
    assert isinstance(found, LetterText)
    assert [line.number for line in found.lines] == list(range(1, len(found.lines) + 1))
    inside = [n for found_ in found.tables for n in range(found_.first_line, found_.last_line + 1)]
    assert len(inside) == len(set(inside))
    for table_ in found.tables:
        assert len({len(row) for row in table_.rows}) == 1
        for cell in (cell for row in table_.rows for cell in row):
            assert table_.first_line <= cell.first_line <= cell.last_line <= len(found.lines)


@cheap
@given(damaged(TEXT))
def test_reading_damaged_plain_text_gives_a_text_or_a_refusal(data: bytes) -> None:
    """No damage makes plain text crash the reader."""
    reads_or_refuses("brev.txt", data)


@cheap
@given(damaged(MARKDOWN[: MARKDOWN.index(b"<table")]))
def test_reading_damaged_markdown_gives_a_text_or_a_refusal(data: bytes) -> None:
    """No damage makes Markdown crash the reader."""
    reads_or_refuses("brev.md", data)


@cheap
@given(st.binary(max_size=300))
def test_reading_any_bytes_gives_a_text_or_a_refusal(data: bytes) -> None:
    """No bytes at all make the reader crash."""
    reads_or_refuses("brev", data)


@in_a_child
@given(damaged(MARKDOWN))
def test_reading_damaged_tables_in_markdown_gives_a_text_or_a_refusal(data: bytes) -> None:
    """No damage makes HTML tables in Markdown crash the reader."""
    reads_or_refuses("brev.md", data)


@in_a_child
@given(damaged(HTML))
def test_reading_damaged_html_gives_a_text_or_a_refusal(data: bytes) -> None:
    """No damage makes HTML crash the reader."""
    reads_or_refuses("brev.html", data)


@in_a_child
@given(damaged(DOCX))
def test_reading_a_damaged_word_document_gives_a_text_or_a_refusal(data: bytes) -> None:
    """No damage makes a Word document crash the reader."""
    reads_or_refuses("brev.docx", data)


@in_a_child
@given(damaged(PDF))
def test_reading_a_damaged_pdf_gives_a_text_or_a_refusal(data: bytes) -> None:
    """No damage makes a PDF crash the reader."""
    reads_or_refuses("brev.pdf", data)

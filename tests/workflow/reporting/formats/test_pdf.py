from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.kit.made_year import made_report
from tests.kit.written_reports import written
from workflow.reporting.formats.pdf import write_pdf
from workflow.reporting.model import Cell, Figure, Paragraph, ReportKind, Section, Table

Tag = tuple[str, str]
"""What an element of a tagged PDF is, and its alternative text."""


def _text(read: Callable[..., int], element: object) -> str:
    size = read(element, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    read(element, buffer, size)
    return buffer.raw[: max(size, 2) - 2].decode("utf-16-le")


def _tags(content: bytes) -> Iterator[Tag]:
    for page in pypdfium2.PdfDocument(content):
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield from _below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at))


def _below(element: object) -> Iterator[Tag]:
    alternative = _text(pdfium.FPDF_StructElement_GetAltText, element)
    yield _text(pdfium.FPDF_StructElement_GetType, element), alternative
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            yield from _below(child)


def test_writing_pdf_claims_archiving_and_accessibility_at_once() -> None:
    """The file says that it is PDF/A-2a and PDF/UA-1; the library refuses to say so of a file that is not."""
    content = written("pdf")
    claims = dict(re.findall(rb"<(pdf\w*id:\w+)>(\w+)<", content))
    assert claims[b"pdfaid:part"] + claims[b"pdfaid:conformance"] == b"2A"
    assert claims[b"pdfuaid:part"] == b"1"


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_writing_pdf_sets_language_and_title(language: str) -> None:
    """A screen reader speaks the right Norwegian and says the title."""
    content = written("pdf", language)
    assert f"/Lang({language}-NO)".encode() in content
    about = pypdfium2.PdfDocument(content).get_metadata_dict()
    assert (about["Title"], about["Author"]) == (made_report().title, made_report().agency)


def test_writing_pdf_tags_headings_tables_and_figures() -> None:
    """The structure is in the file: headings in order, headed tables, figures with alternative texts."""
    tags = list(_tags(written("pdf")))
    kinds = [kind for kind, _ in tags]
    levels = [int(kind[1]) for kind in kinds if re.fullmatch(r"H\d", kind)]
    assert {1, 2, 3} <= set(levels)
    assert all(after - before <= 1 for before, after in pairwise(levels))
    laid = list(made_report().tables())
    assert kinds.count("TH") >= sum(len(each.headings) for each in laid)
    assert kinds.count("Caption") >= len(laid)
    figures = [b for s in made_report().sections for b in s.blocks if isinstance(b, Figure)]
    assert [said for kind, said in tags if kind == "Figure"] == [each.alternative for each in figures]


def test_writing_pdf_repeats_headings_on_every_page_of_a_long_table() -> None:
    """The second page of a table says what its columns are."""
    report = made_report(rows=200)
    long = replace(report, sections=report.sections[-1:])
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(write_pdf(long))]
    with_rows = [page for page in pages if "blåbærsyltetøy" in page]
    assert len(with_rows) > 3
    assert all("Referanse" in page for page in with_rows)


def test_writing_pdf_twice_gives_the_same_bytes_dated_by_what_was_known() -> None:
    """The same report is the same file, on any machine and at any time."""
    report = made_report(rows=3)
    assert write_pdf(report) == write_pdf(report)
    assert pypdfium2.PdfDocument(write_pdf(report)).get_metadata_dict()["CreationDate"] == "D:20270120093000Z"


def test_writing_pdf_with_characters_no_font_has_says_their_numbers() -> None:
    """An odd character neither stops the report nor disappears from it."""
    odd = Section("odd", "Rart 🫠", 1, (Paragraph("Sámi: đŋšŧž. 漢"),))
    content = write_pdf(replace(made_report(rows=3), sections=(odd,)))
    text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert "Rart [U+1FAE0]" in text
    assert "đŋšŧž. [U+6F22]" in text


def test_writing_a_history_as_pdf_writes_no_references_beside_its_rows() -> None:
    """The rows of a history are the events: nothing is said of them twice."""
    report = made_report(kind=ReportKind.HISTORY, rows=3)
    text = pypdfium2.PdfDocument(write_pdf(replace(report, sections=report.sections[:1])))[0]
    assert "[1]" not in text.get_textpage().get_text_range()


def test_writing_pdf_with_nothing_in_it_is_still_a_document() -> None:
    """A report without chapters, and a table without rows, are written."""
    empty = Section("empty", "Tomt", 1, (Table("none", "Ingen", ("A", "B"), ()),))
    for sections in ((), (empty,)):
        assert write_pdf(replace(made_report(rows=3), sections=sections)).startswith(b"%PDF")


def test_writing_pdf_never_lets_a_long_word_out_of_the_page() -> None:
    """A word without a place to break is broken rather than cut off by the paper's edge."""
    word = "x" * 300
    table = Table("long", "Lange", ("A", "B"), ((Cell(word), Cell(word)),))
    content = write_pdf(replace(made_report(rows=3), sections=(Section("a", "A", 1, (table,)),)))
    page = pypdfium2.PdfDocument(content)[0]
    textpage = page.get_textpage()
    edges = [textpage.get_charbox(at)[2] for at in range(textpage.count_chars())]
    assert max(edges) <= page.get_width() - 50

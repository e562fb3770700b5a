"""PDF with a text layer: lines in reading order with their pages, and tables, also across pages."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from workflow.reading.documents import limits
from workflow.reading.documents.layout import Layout, lay_out
from workflow.reading.documents.pdf_joins import join_cut_tables
from workflow.reading.documents.pdf_lines import PdfLine
from workflow.reading.documents.pdf_pages import ReadPage, blocks_of_page, read_page
from workflow.reading.documents.refusals import (
    DocumentBroken,
    NoReadableText,
    NoTextLayer,
    PasswordProtected,
    TooManyPages,
)

_GLYPH = "(cid:"
"""What stands for a letter whose font does not say which letter it is."""


def read_pdf(name: str, data: bytes) -> Layout:
    """Read the text layer of a PDF; pages that are only pictures are named in the layout.

    Raises `NoTextLayer` when most pages are pictures, and other refusals for what cannot be opened.
    """
    try:
        pages = _pages(name, data)
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise PasswordProtected(name=name) from error
        raise DocumentBroken(name=name, format="PDF") from error
    except (PDFException, PSException) as error:
        raise DocumentBroken(name=name, format="PDF") from error
    _refuse_unreadable(name, pages)
    laid = lay_out(name, [block for page in pages for block in blocks_of_page(page)])
    laid.tables = join_cut_tables(pages, laid.tables)
    laid.pages = len(pages)
    laid.pages_without_text = tuple(page.number for page in pages if page.is_picture)
    return laid


def _pages(name: str, data: bytes) -> list[ReadPage]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        count = len(pdf.pages)
        if count == 0:
            raise DocumentBroken(name=name, format="PDF")
        if count > limits.MAX_PAGES:
            raise TooManyPages(name=name, pages=count, limit=limits.MAX_PAGES)
        read = []
        for number, page in enumerate(pdf.pages, 1):
            read.append(read_page(page, number))
            page.close()
        return read


def _refuse_unreadable(name: str, pages: Sequence[ReadPage]) -> None:
    pictures = sum(1 for page in pages if page.is_picture)
    if 2 * pictures > len(pages):
        raise NoTextLayer(name=name, scanned=pictures, pages=len(pages))
    texts = [item.text for page in pages for item in page.items if isinstance(item, PdfLine)]
    if 3 * sum(1 for text in texts if _GLYPH in text) > len(texts) > 0:
        raise NoReadableText(name=name)

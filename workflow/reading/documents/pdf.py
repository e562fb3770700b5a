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
from workflow.reading.documents.pdf_flow import flow, last_columns
from workflow.reading.documents.pdf_headings import Headings
from workflow.reading.documents.pdf_lines import UNREADABLE
from workflow.reading.documents.pdf_pages import ReadPage, TakenPage, read_page, take_page
from workflow.reading.documents.pdf_running import repeated_lines
from workflow.reading.documents.refusals import (
    DocumentBroken,
    NoReadableText,
    NoTextLayer,
    PasswordProtected,
    TooManyPages,
)

_FEW_UNREADABLE = 0.2


def read_pdf(name: str, data: bytes) -> Layout:
    """Read the text layer of a PDF; pages that are only pictures are named in the layout.

    Raises `NoTextLayer` when most pages are pictures, and other refusals for what cannot be opened.
    """
    try:
        pages = _taken(name, data)
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise PasswordProtected(name=name) from error
        raise DocumentBroken(name=name, format="PDF") from error
    except (PDFException, PSException) as error:
        raise DocumentBroken(name=name, format="PDF") from error
    _refuse_unreadable(name, pages)
    laid = lay_out(name, flow(_read(pages)))
    laid.pages = len(pages)
    laid.pages_without_text = tuple(page.number for page in pages if page.is_picture)
    return laid


def _taken(name: str, data: bytes) -> list[TakenPage]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        count = len(pdf.pages)
        if count == 0:
            raise DocumentBroken(name=name, format="PDF")
        if count > limits.MAX_PAGES:
            raise TooManyPages(name=name, pages=count, limit=limits.MAX_PAGES)
        taken = []
        for number, page in enumerate(pdf.pages, 1):
            taken.append(take_page(page, number))
            page.close()
        return taken


def _read(pages: Sequence[TakenPage]) -> list[ReadPage]:
    """Read each page by what is known of all: running lines, the styles of headings, tables cut before."""
    heads, feet = repeated_lines([(page.lines, page.height) for page in pages])
    repeated = heads | feet
    headings = Headings([page.inner(repeated) for page in pages])
    read: list[ReadPage] = []
    columns: tuple[float, ...] = ()
    for page in pages:
        read.append(read_page(page, headings, repeated, columns))
        columns = last_columns(read[-1], page.ruled)
    return read


def _refuse_unreadable(name: str, pages: Sequence[TakenPage]) -> None:
    pictures = sum(1 for page in pages if page.is_picture)
    if 2 * pictures > len(pages):
        raise NoTextLayer(name=name, scanned=pictures, pages=len(pages))
    texts = [line.text for page in pages for line in page.lines]
    if 3 * sum(1 for text in texts if _is_unreadable(text)) > len(texts) > 0:
        raise NoReadableText(name=name)


def _is_unreadable(text: str) -> bool:
    return text.count(UNREADABLE) > _FEW_UNREADABLE * len(text)

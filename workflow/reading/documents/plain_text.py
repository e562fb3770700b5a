"""Plain text: the lines of the file, its pages where form feeds part them, and the tables it draws."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workflow.reading.documents import limits
from workflow.reading.documents.cleaning import clean
from workflow.reading.documents.decoding import decode
from workflow.reading.documents.layout import Layout
from workflow.reading.documents.refusals import TooManyPages, TooMuchText
from workflow.reading.documents.text_tables import drawn_tables
from workflow.reading.text import Line

_NEWLINE = re.compile(r"\r?\n")
FORM_FEED = "\f"


def read_plain_text(name: str, data: bytes) -> Layout:
    """Give the lines as they are in the file, numbered as an editor numbers them."""
    lines = lines_of(name, decode(data))
    return Layout(lines, drawn_tables(lines), pages_of(lines))


def lines_of(name: str, text: str) -> list[Line]:
    """Number the lines of a text; a form feed starts a page, a newline at the end adds no line.

    Raises `TooMuchText` and `TooManyPages` beyond the limits.
    """
    parts = split_lines(text)
    if len(parts) > limits.MAX_LINES:
        raise TooMuchText(name=name, limit=limits.MAX_LINES)
    if FORM_FEED not in text:
        return [Line(number, clean(part)) for number, part in enumerate(parts, 1)]
    pages = 1 + text.rstrip().count(FORM_FEED)
    if pages > limits.MAX_PAGES:
        raise TooManyPages(name=name, pages=pages, limit=limits.MAX_PAGES)
    return _paged(parts)


def pages_of(lines: Sequence[Line]) -> int | None:
    """Give the number of the last page; None where the text has no pages."""
    return lines[-1].page if lines else None


def split_lines(text: str) -> list[str]:
    """Part at line feeds as `wc -l` and editors do; at carriage returns only where there are no others."""
    parts = _NEWLINE.split(text) if "\n" in text else text.split("\r")
    if parts[-1] == "":
        parts.pop()
    return parts


def _paged(parts: list[str]) -> list[Line]:
    lines, page = [], 1
    for number, part in enumerate(parts, 1):
        before = part[: len(part) - len(part.lstrip())].count(FORM_FEED)
        lines.append(Line(number, clean(part.strip(FORM_FEED)), page + before))
        page += part.count(FORM_FEED)
    return lines

"""One page of a PDF taken apart into lines and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pdfplumber.page import Page

from workflow.reading.documents.blocks import Block, Paragraph
from workflow.reading.documents.pdf_columns import aligned_tables
from workflow.reading.documents.pdf_letters import words_of
from workflow.reading.documents.pdf_lines import PdfLine, lines_of_words, usual_pitch
from workflow.reading.documents.pdf_tables import FoundTable, ruled_tables

_NEW_PARAGRAPH = 1.35
"""A step this much longer than usual parts paragraphs."""
_PICTURE_OF_PAGE = 0.6
_STAMP_WORDS = 20
"""Archives stamp a line or two of text on scanned pages."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What stands on a page, from top to foot."""

    number: int
    height: float
    items: tuple[PdfLine | FoundTable, ...]
    is_picture: bool


def read_page(page: Page, number: int) -> ReadPage:
    """Find words, tables and lines, and say whether the page is only a picture of text."""
    words = words_of(page)
    ruled, left = ruled_tables(page, words, number)
    lines = lines_of_words(left)
    rules = sorted({edge["top"] for edge in page.edges if edge["orientation"] == "h"})
    aligned = [table for part in _between(lines, ruled) for table in aligned_tables(part, rules, number)]
    free = [line for line in lines if not any(_stands_in(line, table) for table in aligned)]
    items: list[PdfLine | FoundTable] = [*free, *ruled, *aligned]
    items.sort(key=lambda item: item.top)
    is_picture = len(words) < _STAMP_WORDS and _has_page_picture(page)
    return ReadPage(number, float(page.height), tuple(items), is_picture)


def blocks_of_page(page: ReadPage) -> list[Block]:
    """Give the page's blocks; lines that follow closely belong to one paragraph."""
    lines = [item for item in page.items if isinstance(item, PdfLine)]
    pitch = usual_pitch(lines)
    blocks: list[Block] = []
    before: PdfLine | None = None
    for item in page.items:
        if isinstance(item, FoundTable):
            blocks.append(item.block)
            before = None
        else:
            joined = before is not None and item.top - before.top <= _NEW_PARAGRAPH * pitch
            blocks.append(Paragraph(item.text, page=page.number, joined=joined))
            before = item
    return blocks


def _between(lines: Sequence[PdfLine], tables: Sequence[FoundTable]) -> list[list[PdfLine]]:
    """Part the lines where a ruled table stands between them."""
    parts: list[list[PdfLine]] = [[]]
    for line in lines:
        above = parts[-1][-1] if parts[-1] else None
        if above and any(above.top <= table.top <= line.top for table in tables):
            parts.append([])
        parts[-1].append(line)
    return [part for part in parts if part]


def _stands_in(line: PdfLine, table: FoundTable) -> bool:
    return table.top <= line.top and line.bottom <= table.bottom


def _has_page_picture(page: Page) -> bool:
    area = float(page.width) * float(page.height)
    covered = sum(max(i["x1"] - i["x0"], 0) * max(i["bottom"] - i["top"], 0) for i in page.images)
    return bool(covered >= _PICTURE_OF_PAGE * area)

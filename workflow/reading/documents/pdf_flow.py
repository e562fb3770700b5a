"""Pages become one flow of blocks: tables and paragraphs that a page break cut are whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from workflow.reading.documents.blocks import Block, Paragraph
from workflow.reading.documents.pdf_joins import goes_on, join_tables
from workflow.reading.documents.pdf_lines import COLUMN_SPACES, PdfLine, has_room, is_bullet, usual_pitch
from workflow.reading.documents.pdf_pages import FoundHeading, Item, ReadPage
from workflow.reading.documents.pdf_tables import FoundTable
from workflow.reading.documents.pdf_wraps import join_cut_word

_NEW_PARAGRAPH = 1.35
"""A step this much longer than usual parts paragraphs."""
_OTHER_SIZE = 1.15
_NARROWEST = 0.62
"""Running text reaches at least this far across the page."""
_POINT = re.compile(r"(?:\(?[a-zæøå\d]{1,2}\)|\d{1,2}\.\d{1,2}|20\d\d\s?-\s?\w|[A-ZÆØÅ]{1,5}\d?[- ]\d)\s*\S")
"""Where a list goes on with its next point, or with what has a number of its own."""


def flow(pages: Sequence[ReadPage]) -> list[Block]:
    """Give the blocks of all pages; what stands between the halves of a cut table comes after it."""
    lines = [item for page in pages for item in page.items if isinstance(item, PdfLine)]
    width = max((page.width for page in pages), default=0.0)
    made = _Flow(usual_pitch(lines), max(_right(lines), _NARROWEST * width))
    for page in pages:
        made.page(page)
    return made.blocks


def _right(lines: Sequence[PdfLine]) -> float:
    """Where running text ends; a line with columns, and one in a hundred, may reach further."""
    ends = sorted(line.words[-1].x1 for line in lines if COLUMN_SPACES not in line.text)
    return ends[len(ends) * 99 // 100] if ends else 0.0


@dataclass(slots=True)
class _Flow:
    pitch: float
    right: float
    blocks: list[Block] = field(default_factory=list)
    above: PdfLine | None = None
    """The line just above on the same page."""
    open_table: FoundTable | None = None
    """The table that the page before ends with, and `open_at` its place among the blocks."""
    open_at: int = 0

    def page(self, page: ReadPage) -> None:
        """Add a page."""
        first, last = page.first_inside(), page.last_inside()
        self.above = None
        for item in page.items:
            if isinstance(item, FoundTable):
                self._table(item, is_first=item is first)
            elif isinstance(item, FoundHeading):
                self.blocks.append(Paragraph(item.text, item.level, page.number))
            else:
                self._line(item, page.number)
            self.above = item if isinstance(item, PdfLine) else None
        if not isinstance(last, FoundTable):
            self.open_table = None

    def _table(self, table: FoundTable, *, is_first: bool) -> None:
        if self.open_table and is_first and goes_on(self.open_table, table):
            self.open_table = join_tables(self.open_table, table)
            self.blocks[self.open_at] = self.open_table.block
        else:
            self.open_table, self.open_at = table, len(self.blocks)
            self.blocks.append(table.block)

    def _line(self, line: PdfLine, page: int) -> None:
        """Add a line, to the one above it where that had no room for its first word."""
        last = self.blocks[-1] if self.blocks else None
        joined = self.above is not None and self._follows(self.above, line)
        if joined and self.above and isinstance(last, Paragraph) and self._goes_on(self.above, line):
            mended, rest = join_cut_word(last.text, line.text) or (last.text, line.text)
            self.blocks[-1] = replace(last, text=f"{mended} {rest}".rstrip())
        else:
            self.blocks.append(Paragraph(line.text, page=page, joined=joined))

    def _goes_on(self, above: PdfLine, below: PdfLine) -> bool:
        return not (
            has_room(above.words, below.words[0], self.right)
            or COLUMN_SPACES in above.text + below.text
            or _POINT.match(below.text)
            or is_bullet(below.words)
            or (is_bullet(above.words) and below.words[0].x0 < above.words[0].x0 - 1)
        )

    def _follows(self, above: PdfLine, below: PdfLine) -> bool:
        sizes = sorted((above.height, below.height))
        near = below.top - above.top <= _NEW_PARAGRAPH * max(self.pitch, 1.0)
        return near and sizes[1] < _OTHER_SIZE * sizes[0]


def last_columns(page: ReadPage, drawn: Iterable[Item]) -> tuple[float, ...]:
    """Give the columns of a table without rules that a page ends with; none where it ends otherwise."""
    last = page.last_inside()
    if isinstance(last, FoundTable) and not any(last is table for table in drawn):
        return last.edges
    return ()

"""One page of a PDF taken apart into lines and tables."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from pdfplumber.page import Page

from workflow.reading.documents.pdf_columns import aligned_tables
from workflow.reading.documents.pdf_headings import Headings
from workflow.reading.documents.pdf_letters import words_of
from workflow.reading.documents.pdf_lines import PdfLine, lines_of_words, text_of_words
from workflow.reading.documents.pdf_spread import one_column
from workflow.reading.documents.pdf_tables import FoundTable, ruled_tables

_MARGIN = 0.1
"""Running heads, running feet and short notes stand within this part of the page's height."""
_EDGE = 0.07
"""Nothing that stands nearer to the edge of the page than this is a heading."""
_PICTURE_OF_PAGE = 0.6
_STAMP_WORDS = 20
"""Archives stamp a line or two of text on scanned pages."""


@dataclass(frozen=True, slots=True)
class TakenPage:
    """What a page gives by itself: lines that stand in no drawn table, the drawn tables, and rules."""

    number: int
    width: float
    height: float
    lines: tuple[PdfLine, ...]
    ruled: tuple[FoundTable, ...]
    rules: tuple[float, ...]
    is_picture: bool

    def inner(self, repeated: Container[int]) -> list[PdfLine]:
        """Give the lines that are not `repeated` on other pages and stand between the margins."""
        head, foot = _EDGE * self.height, (1 - _EDGE) * self.height
        return [one for one in self.lines if id(one) not in repeated and head < one.bottom and one.top < foot]

    @property
    def right(self) -> float:
        """Where the longest line ends."""
        return max((line.words[-1].x1 for line in self.lines), default=0.0)


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading, put together from its lines."""

    text: str
    level: int
    top: float
    bottom: float


Item = PdfLine | FoundTable | FoundHeading


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What stands on a page, from top to foot."""

    number: int
    width: float
    height: float
    items: tuple[Item, ...]

    def first_inside(self) -> Item | None:
        """Give the first item below the upper margin, or a table."""
        return next((item for item in self.items if not self._is_outside(item)), None)

    def last_inside(self) -> Item | None:
        """Give the last item above the lower margin, or a table."""
        return next((item for item in reversed(self.items) if not self._is_outside(item)), None)

    def _is_outside(self, item: Item) -> bool:
        if isinstance(item, FoundTable):
            return False
        return item.bottom < _MARGIN * self.height or item.top > (1 - _MARGIN) * self.height


def take_page(page: Page, number: int) -> TakenPage:
    """Find words, drawn tables and lines, and say whether the page is only a picture of text."""
    words, turned = words_of(page)
    ruled, left = ruled_tables(page, words, number)
    rules = tuple(sorted({edge["top"] for edge in page.edges if edge["orientation"] == "h"}))
    is_picture = len(words) < _STAMP_WORDS and _has_page_picture(page)
    width, height = float(page.width), float(page.height)
    width, height = (height, width) if turned else (width, height)
    if not ruled:
        left, added = one_column(left, width)
        height += added
    return TakenPage(number, width, height, tuple(lines_of_words(left)), tuple(ruled), rules, is_picture)


def read_page(
    page: TakenPage, headings: Headings, repeated: Container[int], above: Sequence[float]
) -> ReadPage:
    """Put a page together without the lines whose ids are `repeated`.

    `above` are the columns of a table that the page before ends with.
    """
    lines = [line for line in page.lines if id(line) not in repeated]
    titles = headings.in_lines(page.inner(repeated), page.right)
    named = {id(line) for group, _ in titles for line in group}
    parts = _between([line for line in lines if id(line) not in named], [*page.ruled, *map(_heading, titles)])
    aligned = []
    for part in parts:
        known = above if part[0].top <= _first_top(lines, page.height) else ()
        aligned += aligned_tables(part, page.rules, page.number, known)
    free = [line for part in parts for line in part if not any(_stands_in(line, one) for one in aligned)]
    items: list[Item] = [*free, *map(_heading, titles), *page.ruled, *aligned]
    return ReadPage(page.number, page.width, page.height, tuple(sorted(items, key=lambda item: item.top)))


def _first_top(lines: Sequence[PdfLine], height: float) -> float:
    """Where the first line below the upper margin stands."""
    return next((line.top for line in lines if line.bottom >= _MARGIN * height), 0.0)


def _heading(title: tuple[tuple[PdfLine, ...], int]) -> FoundHeading:
    lines, level = title
    text = " ".join(text_of_words(line.words, line) for line in lines)
    return FoundHeading(" ".join(text.split()), level, lines[0].top, lines[-1].bottom)


def _between(lines: Sequence[PdfLine], parting: Sequence[FoundTable | FoundHeading]) -> list[list[PdfLine]]:
    """Part the lines where a table or a heading stands between them."""
    parts: list[list[PdfLine]] = [[]]
    for line in lines:
        above = parts[-1][-1] if parts[-1] else None
        if above and any(above.top <= item.top <= line.top for item in parting):
            parts.append([])
        parts[-1].append(line)
    return [part for part in parts if part]


def _stands_in(line: PdfLine, table: FoundTable) -> bool:
    return table.top <= line.top and line.bottom <= table.bottom


def _has_page_picture(page: Page) -> bool:
    area = float(page.width) * float(page.height)
    covered = sum(max(i["x1"] - i["x0"], 0) * max(i["bottom"] - i["top"], 0) for i in page.images)
    return bool(covered >= _PICTURE_OF_PAGE * area)

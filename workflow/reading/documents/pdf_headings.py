"""Headings of a PDF: the format names none, but their letters are larger or bolder than the text's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from workflow.reading.documents.pdf_lines import PdfLine, has_room, is_bullet
from workflow.reading.norsk import MONTH

_LARGER = 1.08
_LONGEST = 160
_DEEPEST = 6
_MOST_LINES = 3
_LEADING = 1.7
# What carries a deadline is never a heading, however it is printed.
_DEADLINE = re.compile(rf"\d\.\s?(?:{MONTH}|\d{{1,2}}\.)|^\W*\w*frist\w*\b[^:]*:\s*\S", re.IGNORECASE)
_BEGINS = re.compile(r"[A-ZÆØÅ0-9«§(]")
Style = tuple[float, bool]


class Headings:
    """Knows the styles of a document: which is the text's, and which are headings of what level."""

    def __init__(self, pages: Sequence[Sequence[PdfLine]]) -> None:
        """Learn the styles from the lines of all pages, tables and running lines left out."""
        letters: Counter[Style] = Counter()
        for line in (line for lines in pages for line in lines):
            letters[style_of(line)] += len(line.text)
        self._text = letters.most_common(1)[0][0] if letters else (0.0, False)
        styles = {style_of(line) for lines in pages for line in lines if self._is_heading([line])}
        ranked = sorted(styles, key=lambda style: (-style[0], not style[1]))
        self._levels = {style: min(level, _DEEPEST) for level, style in enumerate(ranked, 1)}

    def in_lines(self, lines: Sequence[PdfLine], right: float) -> list[tuple[tuple[PdfLine, ...], int]]:
        """Give the headings among the lines of a page, a wrapped one as its several lines, with levels."""
        return [
            (tuple(group), self._levels[style_of(group[0])])
            for group in _groups(lines, right)
            if style_of(group[0]) in self._levels and self._is_heading(group)
        ]

    def _is_heading(self, group: Sequence[PdfLine]) -> bool:
        size, bold = style_of(group[0])
        if not (size > _LARGER * self._text[0] or (bold and not self._text[1] and size >= self._text[0])):
            return False
        text = " ".join(line.text for line in group)
        return (
            len(group) <= _MOST_LINES
            and len(text) <= _LONGEST
            and not text.endswith((".", ",", ";"))
            and not is_bullet(group[0].words)
            and bool(_BEGINS.match(text))
            and any(map(str.isalpha, text))
            and not _DEADLINE.search(text)
            and not any(map(_has_columns, group))
        )


def style_of(line: PdfLine) -> Style:
    """Give the size that most of a line's letters have, and whether they are all bold."""
    sizes: Counter[float] = Counter()
    for word in line.words:
        sizes[round(2 * word.size) / 2] += len(word.text)
    return sizes.most_common(1)[0][0], all(word.bold for word in line.words)


def _groups(lines: Sequence[PdfLine], right: float) -> Iterable[list[PdfLine]]:
    """Put lines of one style together where the one above had no room for the next word."""
    group: list[PdfLine] = []
    for line in lines:
        if group and not _goes_on(group[-1], line, right):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(above: PdfLine, below: PdfLine, right: float) -> bool:
    near = below.top - above.top <= _LEADING * style_of(below)[0]
    return near and style_of(above) == style_of(below) and not has_room(above.words, below.words[0], right)


def _has_columns(line: PdfLine) -> bool:
    """A wide gap parts columns, but for the one after an outline number."""
    gaps = [after.x0 - before.x1 > 2 * line.height for before, after in pairwise(line.words)]
    return any(gaps[1:]) or (bool(gaps) and gaps[0] and not line.words[0].text[0].isdigit())

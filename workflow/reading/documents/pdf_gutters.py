"""Columns below a head whose cells stand in the middle or to the right: parted by strips without words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workflow.reading.documents.pdf_lines import PdfLine, Word

_LEAST = 1.5
Strip = tuple[float, float]


def columns_below(head: Sequence[Sequence[Word]], lines: Sequence[PdfLine]) -> tuple[int, list[float]]:
    """Give how many lines leave a strip free between all cells of the head, and where columns begin."""
    strips = [[(left[-1].x1, right[0].x0)] for left, right in pairwise(head)]
    count, words = 0, [word for segment in head for word in segment]
    for line in lines:
        narrowed = [_without(free, line.words) for free in strips]
        if not all(narrowed):
            break
        strips, count, words = narrowed, count + 1, [*words, *line.words]
    middles = [(left + right) / 2 for left, right in (max(free, key=_width) for free in strips)]
    starts = [min((w.x0 for w in words if w.x0 > middle), default=middle) for middle in middles]
    return count, [min(word.x0 for word in words), *starts]


def _without(free: Sequence[Strip], words: Sequence[Word]) -> list[Strip]:
    """Take the words' places out of the strips, and drop what becomes too narrow."""
    for word in words:
        sides = [
            side
            for left, right in free
            for side in ((left, min(right, word.x0)), (max(left, word.x1), right))
        ]
        free = [side for side in sides if _width(side) >= _LEAST]
    return list(free)


def _width(strip: Strip) -> float:
    return strip[1] - strip[0]

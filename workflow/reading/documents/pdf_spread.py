"""Pages set in two columns of running text become one column, read from the left one to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from workflow.reading.documents.pdf_lines import PdfLine, Word, lines_of_words

_FEWEST = 12
"""Lines on both sides of the strip before it is believed."""
_STRIP = 8.0
_FULL = 0.6
_NEARLY = 0.85
_WORDS = 3.0


def one_column(words: Sequence[Word], width: float) -> tuple[list[Word], float]:
    """Put the right column under the left one; also give by how much that makes the page longer.

    Columns of running text are told from a table by their lines, of which most are full on both sides.
    """
    lines = lines_of_words(words)
    middle = next((x for x in range(int(0.4 * width), int(0.6 * width), 4) if _is_strip(lines, x)), None)
    if middle is None:
        return list(words), 0.0
    moved: list[Word] = []
    added = 0.0
    for crossed, group in groupby(lines, key=lambda line: _crosses(line, middle)):
        inside = [word for line in group for word in line.words]
        left = [word for word in inside if crossed or word.x0 <= middle]
        right = [word for word in inside if not crossed and word.x0 > middle]
        moved += [_shift(word, 0.0, added) for word in left]
        if right:
            left = left or right
            height = max(w.bottom for w in left) - min(w.top for w in right) + left[0].height
            aside = min(w.x0 for w in right) - min(w.x0 for w in left)
            moved += [_shift(word, aside, added + height) for word in right]
            added += max(w.bottom for w in right) + height - max(w.bottom for w in inside)
    return moved, added


def _is_strip(lines: Sequence[PdfLine], x: float) -> bool:
    both = [line for line in lines if not _crosses(line, x) and line.words[0].x1 < x < line.words[-1].x0]
    if len(both) < _FEWEST or 2 * len(both) < len(lines):
        return False
    lefts = [[word for word in line.words if word.x0 < x] for line in both]
    rights = [[word for word in line.words if word.x0 > x] for line in both]
    return all(map(_is_running_text, (lefts, rights)))


def _is_running_text(sides: Sequence[Sequence[Word]]) -> bool:
    start, end = min(side[0].x0 for side in sides), max(side[-1].x1 for side in sides)
    full = sum(1 for side in sides if side[-1].x1 - start > _NEARLY * (end - start))
    return full >= _FULL * len(sides) and sum(map(len, sides)) >= _WORDS * len(sides)


def _crosses(line: PdfLine, x: float) -> bool:
    return any(word.x0 < x + _STRIP / 2 and word.x1 > x - _STRIP / 2 for word in line.words)


def _shift(word: Word, aside: float, down: float) -> Word:
    return replace(
        word, x0=word.x0 - aside, x1=word.x1 - aside, top=word.top + down, bottom=word.bottom + down
    )

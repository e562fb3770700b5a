"""The words of a PDF page put together to lines, as they stand under one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from workflow.reading.documents.cleaning import clean

_RAISED = 0.86
"""A word smaller than this part of its line, and above its foot, is raised: a footnote's number."""
_TOUCHING = 0.12
_COLUMN_GAP = 2.0
COLUMN_SPACES = "   "
"""What stands in a line where the page has a gap as wide as two letters."""
_DIGITS = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands, in points from the upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Height of the letters, close to the font size."""
        return max(self.bottom - self.top, 1.0)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """The words of one line, from left to right."""

    words: tuple[Word, ...]
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Height of the line's letters."""
        return max(self.bottom - self.top, 1.0)

    @property
    def text(self) -> str:
        """The words, with a wide gap kept wide so that columns can still be seen."""
        return text_of_words(self.words, self)


def lines_of_words(words: Iterable[Word]) -> list[PdfLine]:
    """Gather words that stand side by side, from the top of the page to the foot."""
    gathered: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-round(word.height), word.top, word.x0)):
        line = next((line for line in reversed(gathered) if _beside(word, line[0])), None)
        if line is None:
            gathered.append([word])
        else:
            line.append(word)
    return sorted(map(_line, gathered), key=lambda line: (line.top, line.words[0].x0))


def text_of_words(words: Sequence[Word], line: PdfLine) -> str:
    """Join words by what the gaps between them show; a raised number stands in brackets."""
    parts: list[str] = []
    for place, word in enumerate(words):
        if place:
            parts.append(_gap(words[place - 1], word, line.height))
        raised = place and _is_raised(word, line) and _DIGITS.fullmatch(word.text)
        if raised and parts[-1] in ("", " "):
            parts[-1] = f"[{word.text}]"
        else:
            parts.append(word.text)
    return clean("".join(parts)).strip()


def _line(words: list[Word]) -> PdfLine:
    first = words[0]
    return PdfLine(tuple(sorted(words, key=lambda word: word.x0)), first.top, first.bottom)


def _beside(word: Word, other: Word) -> bool:
    shared = min(word.bottom, other.bottom) - max(word.top, other.top)
    return shared > 0.5 * min(word.height, other.height)


def _gap(before: Word, after: Word, height: float) -> str:
    gap = after.x0 - before.x1
    if gap < _TOUCHING * height:
        return ""
    return COLUMN_SPACES if gap > _COLUMN_GAP * height else " "


def _is_raised(word: Word, line: PdfLine) -> bool:
    return word.height < _RAISED * line.height and word.bottom < line.bottom - 0.1 * line.height


def usual_pitch(lines: Sequence[PdfLine]) -> float:
    """Give the usual distance from one line to the next, in points."""
    steps = [below.top - above.top for above, below in pairwise(lines)]
    return median_low([step for step in steps if step > 0] or [0.0])

"""The words of a PDF page put together to lines, as they stand under one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.reading.documents.cleaning import clean

_RAISED = 0.86
"""A word smaller than this part of its line, and above its foot, is raised: a footnote's number."""
_TOUCHING = 0.12
_COLUMN_GAP = 2.0
_FEW = 4
COLUMN_SPACES = "   "
"""What stands in a line where the page has a gap as wide as two letters."""
_DIGITS = re.compile(r"\d{1,2}")
UNREADABLE = "\ufffd"
"""What stands for a letter whose font does not say which letter it is."""
_BULLET = re.compile(r"[•·▪▫◦○●■□➢➤‣⁃∙*–—\-o\uf020-\uf0ff\ufffd]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands, in points from the upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool

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


def is_bullet(words: Sequence[Word]) -> bool:
    """Say whether a line's first word is nothing but the mark of a list."""
    return len(words) > 1 and bool(_BULLET.fullmatch(words[0].text))


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
    if words[0] is line.words[0] and is_bullet(words):
        parts, words = [words[0].text.replace(UNREADABLE, "•"), " "], words[1:]
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
    """Give the distance in points from a line to the one that goes on with it.

    A line goes on where it had no room for the first word of the next. Where few do, short steps
    are all that is known.
    """
    right = max((line.words[-1].x1 for line in lines), default=0.0)
    pairs = [(above, below) for above, below in pairwise(lines) if below.top > above.top]
    wraps = [pair for pair in pairs if not has_room(pair[0].words, pair[1].words[0], right)]
    steps = sorted(below.top - above.top for above, below in (wraps if len(wraps) > _FEW else pairs))
    return steps[len(steps) // 2 if len(wraps) > _FEW else len(steps) // 4] if steps else 0.0


def has_room(above: Sequence[Word], word: Word, right: float) -> bool:
    """Say whether a word would have fitted at the end of the line above, which ends at `right`."""
    return above[-1].x1 + 0.25 * word.height + (word.x1 - word.x0) < right - 1

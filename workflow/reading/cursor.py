"""The lines of a letter that speak, and a place among them."""

from __future__ import annotations

from itertools import pairwise
from statistics import median_low

from workflow.reading import layout
from workflow.reading.segments import Segment
from workflow.reading.text import LetterText, Line

_UNBROKEN = 10_000
"""The width of a text whose lines no margin broke: each line was ended on purpose."""


class Cursor:
    """Walks over the lines once; `ids` are the shapes of reference that this letter uses."""

    def __init__(self, letter: LetterText, ids: frozenset[str]) -> None:
        """Prepare the lines that are not in a marked table, furniture or a table of contents."""
        self.ids = ids
        self.segments: list[Segment] = []
        self.tables = {table.first_line: table for table in letter.tables}
        inside = {n for t in letter.tables for n in range(t.first_line, t.last_line + 1)}
        self.lines = [ln for ln in letter.lines if ln.number in self.tables or self._speaks(ln, inside)]
        self.blank_before = _blank_before(letter)
        self.width = _width(self.lines)
        self.in_month = False
        self.at = 0

    @staticmethod
    def _speaks(line: Line, inside: set[int]) -> bool:
        text = line.text
        return (
            bool(text.strip())
            and line.number not in inside
            and not layout.is_furniture(line)
            and not layout.is_contents(text)
        )

    def _next(self, offset: int = 1) -> Line | None:
        index = self.at + offset
        if index < len(self.lines) and self.lines[index].number not in self.tables:
            return self.lines[index]
        return None


def _width(lines: list[Line]) -> int:
    """How long the lines are that the margin broke: those whose sentence goes on with a small letter."""
    broken = [
        len(one.text.rstrip())
        for one, below in pairwise(lines)
        if below.number == one.number + 1 and below.text.strip()[:1].islower()
    ]
    return median_low(broken) if broken else _UNBROKEN


def _blank_before(letter: LetterText) -> set[int]:
    blanks = {line.number for line in letter.lines if not line.text.strip()}
    return {line.number for line in letter.lines if line.number - 1 in blanks or line.text.startswith("\f")}

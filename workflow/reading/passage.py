"""A run of text that remembers which line of the letter each of its characters stands on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from workflow.reading.text import Cell, Line


@dataclass(frozen=True, slots=True)
class Passage:
    """Text from one or more lines, joined by newlines; `starts` are (offset, line, column, page)."""

    text: str
    starts: tuple[tuple[int, int, int, int | None], ...]

    def at(self, offset: int) -> tuple[int, int, int | None]:
        """Give the line, the column in it and the page of the character at `offset`."""
        index = max(0, bisect_right(self.starts, offset, key=lambda start: start[0]) - 1)
        start, line, column, page = self.starts[index]
        return line, column + offset - start, page

    @property
    def first_line(self) -> int:
        """The line on which the passage begins."""
        return self.starts[0][1]

    @property
    def last_line(self) -> int:
        """The line on which the passage ends."""
        return self.starts[-1][1]

    def part(self, start: int, end: int) -> Passage:
        """Cut out a piece that keeps its places in the letter."""
        line, column, page = self.at(start)
        later = tuple((s - start, ln, c, p) for s, ln, c, p in self.starts if start < s < end)
        return Passage(self.text[start:end], ((0, line, column, page), *later))

    def strip(self) -> Passage:
        """Drop white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))


def of_line(line: Line) -> Passage:
    """Make one line a passage."""
    return Passage(line.text, ((0, line.number, 0, line.page),))


def join(passages: Iterable[Passage]) -> Passage:
    """Put passages under one another, with a newline between each."""
    texts: list[str] = []
    starts: list[tuple[int, int, int, int | None]] = []
    offset = 0
    for passage in passages:
        starts.extend((offset + s, line, column, page) for s, line, column, page in passage.starts)
        texts.append(passage.text)
        offset += len(passage.text) + 1
    return Passage("\n".join(texts), tuple(starts) or ((0, 1, 0, None),))


def of_cell(cell: Cell, column: int, page: int | None) -> Passage:
    """Make a table's cell a passage; `column` sets cells of the same line apart."""
    parts = cell.text.split("\n")
    spread = len(parts) == cell.last_line - cell.first_line + 1
    starts, offset = [], 0
    for index, part in enumerate(parts):
        line = cell.first_line + index if spread else cell.first_line
        starts.append((offset, line, column + (0 if spread else offset), page))
        offset += len(part) + 1
    return Passage(cell.text, tuple(starts))

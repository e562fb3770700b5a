"""Rows of tables that have lost their ruling, cut out of a letter's lines."""

from __future__ import annotations

import re
from collections import Counter

from workflow.reading import layout, references
from workflow.reading.columns import deadline_first, divide, is_deadline
from workflow.reading.cursor import Cursor
from workflow.reading.fields import FIELD, LETTERHEAD
from workflow.reading.passage import Passage, join, of_line
from workflow.reading.rows import RowBuilder
from workflow.reading.segments import Dump, Row, Rows
from workflow.reading.text import Line

_GAP = re.compile(r"\S(?:\s{3,}|\t+|\s\|\s)\S")

_BARE_DAY = re.compile(r"\d{1,2}\.\s+(?=\d{1,2}\.\s?\d{1,2}\.)")
_COLUMN = 2
"""How often two last words come back when they are a column's value."""
_BLOCK = 200
_SPAN = re.compile(r"(?<=\s)\d{1,2}\.\s?\d{1,2}\.?(?:\s?\d{4})?\s*[-–]\s*\d{1,2}\.\s?\d{1,2}\.")


class RowCutter(Cursor):
    """Knows the kinds of rows: under a head, beginning with their day, apart by gaps, column by column."""

    def _rows(self) -> list[Row]:
        """Rows up to a line that cannot be one; a long text without a deadline is none."""
        rows: list[Row] = []
        builder, begun = RowBuilder(), self.at
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if self._ends_rows(line):
                break
            passage = of_line(line).strip()
            if not builder.takes(passage, line.number in self.blank_before):
                if builder.is_prose:
                    break
                rows.append(builder.row())
                builder, begun = RowBuilder(), self.at
            builder.add(passage)
            self.at += 1
        if builder.has_deadline:
            return [*rows, builder.row()]
        while rows and not rows[-1].right.text:
            begun = self._index_of(rows.pop().left.first_line)
        self.at = begun
        return rows

    def _index_of(self, number: int) -> int:
        return next(index for index, line in enumerate(self.lines) if line.number == number)

    def _rows_by_day(self) -> list[Row]:
        """Rows that begin with their deadline; other lines are due with, or part of, the row above."""
        rows: list[tuple[Passage, list[Passage]]] = []
        endings = self._endings()
        while self.at < len(self.lines) and not self._ends_rows(line := self.lines[self.at]):
            passage = of_line(line).strip()
            bare = _BARE_DAY.match(passage.text)
            cut = bare.end() if bare else _before_span(passage.text, deadline_first(passage.text))
            if cut:
                rows.append((passage.part(0, cut).strip(), [passage.part(cut, len(passage.text))]))
            elif is_deadline(passage.text):
                rows.append((passage, []))
            elif rows and passage.text[:1].isupper() and endings[_ending(passage.text)] >= _COLUMN:
                rows.append((rows[-1][0], [passage]))
            elif (
                rows and (line.number not in self.blank_before or not rows[-1][1]) and len(passage.text) < 120
            ):
                rows[-1][1].append(passage)
            else:
                break
            self.at += 1
        return [Row(join(title), day) for day, title in rows if title]

    def _endings(self) -> Counter[str]:
        """How often each pair of last words comes back in the lines below: a last column has few values."""
        block: list[str] = []
        while len(block) < _BLOCK and (one := self._next(len(block))):
            if block and one.number in self.blank_before:
                break
            block.append(one.text)
        found = Counter(_ending(text) for text in block)
        often = sum(count for count in found.values() if count >= _COLUMN)
        return found if often >= 0.5 * len(block) else Counter()

    def _ends_rows(self, line: Line) -> bool:
        text = line.text
        if line.number in self.tables or line.level is not None or layout.goal_of(text) is not None:
            return True
        if layout.is_annex(text) or layout.columns_of_line(text) or references.at_start(text, self.ids):
            return True
        return layout.is_numbered_heading(text) and not divide(of_line(line).strip())[1].text

    def _gap_rows(self, line: Line) -> bool:
        """Rows without a head, whose columns a wide gap or a bar keeps apart."""
        rows: list[Row] = []
        while (
            (one := self._next(len(rows)))
            and _GAP.search(one.text.strip())
            and not layout.columns_of_line(one.text)
        ):
            left, right = divide(of_line(one).strip())
            if (
                not left.text.strip()
                or not right.text
                or references.at_start(one.text, self.ids)
                or FIELD.match(one.text)
                or LETTERHEAD.search(one.text)
                or re.match(r"\W*\d\d/\d", one.text)
            ):
                break
            rows.append(Row(left, right))
        if rows:
            self.segments.append(Rows(tuple(rows)))
            self.at += len(rows)
        return bool(rows)

    def _dump(self, line: Line) -> bool:
        """A table that came out column by column: heads alone on their lines."""
        if not layout.NUMBER_COLUMN.match(layout.plain(line.text)):
            return False
        heads, index = [self.at], 1
        while (follower := self._next(index)) and index < 120:
            text = follower.text
            if (
                text.startswith((" ", "\f"))
                and index > 3
                and len(heads) > 2
                and follower.number in self.blank_before | {follower.number}
            ):
                break
            if layout.is_column(text):
                if layout.NUMBER_COLUMN.match(layout.plain(text)):
                    break
                heads.append(self.at + index)
            index += 1
        end = self.at + index
        names = [layout.plain(self.lines[h].text) for h in heads]
        if len(heads) < 3 or not any(layout.DEADLINE_COLUMN.match(name) for name in names):
            return False
        bounds = zip(heads, [*heads[1:], end], strict=True)
        columns = tuple(
            (name, tuple(self._blocks(head + 1, stop)))
            for name, (head, stop) in zip(names, bounds, strict=True)
        )
        self.segments.append(Dump(columns))
        self.at = end
        return True

    def _blocks(self, start: int, stop: int) -> list[Passage]:
        blocks: list[list[Passage]] = []
        for line in self.lines[start:stop]:
            if line.number in self.blank_before or not blocks:
                blocks.append([])
            blocks[-1].append(of_line(line).strip())
        return [join(block) for block in blocks]


def _before_span(text: str, cut: int) -> int:
    """Where a row's own day ends: before «1.1. - 31.12.», the period that the row is about."""
    span = _SPAN.search(text)
    return min(cut, span.start()) if span else cut


def _ending(text: str) -> str:
    words = text.split()
    return " ".join(words[-2:]) if len(words) > 2 else ""

"""Deadlines that head what is due: «Frist 15. januar:» over a list, a day alone on its line over a text."""

from __future__ import annotations

import re
from itertools import pairwise

from workflow.reading import labels, layout, references
from workflow.reading.columns import divide, is_deadline
from workflow.reading.fields import FIELD
from workflow.reading.passage import Passage, join, of_line
from workflow.reading.row_cutting import RowCutter
from workflow.reading.segments import Row, Rows
from workflow.reading.text import Line

_WORDS = re.compile(r"[A-Za-zÆØÅæøå]{3}.*[a-zæøå]{3}")
_LONGEST = 300


class DueHeadCutter(RowCutter):
    """Knows deadlines that stand before what they are for."""

    def _labelled(self, line: Line) -> bool:
        """Several labels with their deadlines on one line."""
        whole = of_line(line)
        found = labels.several(line.text) if line.level is None else []
        rows = [
            Row(whole.part(begin, value).strip(), whole.part(value, end).strip())
            for begin, value, end in found
        ]
        if rows:
            self.segments.append(Rows(tuple(rows)))
            self.at += 1
        return bool(rows)

    def _due_head(self, line: Line) -> bool:
        """A deadline that heads the points below it, or the one text below it."""
        due = self._head_of(line)
        if due is None:
            return False
        begun = self.at
        self.at += 1
        items = self._points() or ([] if FIELD.match(line.text) else self._one_text())
        if not items:
            self.at = begun
            return False
        self.segments.append(Rows(tuple(Row(item, due) for item in items)))
        return True

    def _head_of(self, line: Line) -> Passage | None:
        """The deadline, where a line is nothing else and does not close what stands above it."""
        text = layout.plain(line.text)
        follower = self._next()
        if follower is None or layout.bullet(line.text) or layout.MONTH_LINE.match(text):
            return None
        field, whole = FIELD.match(line.text), of_line(line).strip()
        start = field.end() if field else 0
        passage = of_line(line).part(start, len(line.text)).strip() if field else whole
        core = passage.text.rstrip(" :*")
        if not core or not is_deadline(core) or references.at_start(line.text, self.ids):
            return None
        opens = text.endswith(":") or self._stands_before(line, follower)
        if field and not (text.endswith(":") and layout.bullet(follower.text)):
            return None
        return passage if opens else None

    def _stands_before(self, line: Line, follower: Line) -> bool:
        """A day with blank lines around it, after a heading, a full sentence or another such pair."""
        if not {line.number, follower.number} <= self.blank_before or self.at == 0:
            return False
        above = self.lines[self.at - 1]
        last = self.segments[-1] if self.segments else None
        again = isinstance(last, Rows) and last.rows[-1].left.last_line == above.number
        first = above.number in self.blank_before or self.at == 1
        alone = first and not isinstance(last, Rows) and self._begins_series()
        return again or alone or above.text.rstrip().endswith((".", ":", "!", "?"))

    def _begins_series(self) -> bool:
        """Whether day and text come by turns from here, and end with a text."""
        kinds = []
        index = 0
        while (one := self._next(index)) and index < 12 and one.level is None:
            kinds.append(is_deadline(one.text))
            index += 1
        turns = [here != below for here, below in pairwise(kinds)]
        return kinds.count(True) >= 2 and bool(turns) and all(turns[:3]) and not self._follows_text()

    def _follows_text(self) -> bool:
        """Whether the lines above already came by turns, text first."""
        return self.at >= 3 and is_deadline(self.lines[self.at - 2].text)

    def _points(self) -> list[Passage]:
        """The points of the list that begins here."""
        points: list[list[Passage]] = []
        while (line := self._next(0)) and line.level is None:
            if layout.bullet(line.text) and not is_deadline(line.text):
                points.append([of_line(line).part(layout.bullet(line.text), len(line.text)).strip()])
            elif points and line.number not in self.blank_before and line.text.strip()[:1].islower():
                points[-1].append(of_line(line).strip())
            else:
                break
            self.at += 1
        return [join(point) for point in points]

    def _one_text(self) -> list[Passage]:
        """The paragraph below, when it has words and no deadline of its own."""
        text: list[Passage] = []
        while (line := self._next(0)) and line.level is None:
            if text and line.number in self.blank_before:
                break
            own = divide(of_line(line).strip())[1].text
            if own or is_deadline(line.text) or references.at_start(line.text, self.ids):
                break
            text.append(of_line(line).strip())
            self.at += 1
        whole = join(text) if text else None
        return [whole] if whole and _WORDS.search(whole.text) and len(whole.text) < _LONGEST else []

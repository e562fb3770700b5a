"""Deadlines that head what is due: «Frist 15. januar:» over a list, a day alone on its line over a text."""

from __future__ import annotations

import re
from itertools import pairwise

from workflow.reading import labels, layout, references
from workflow.reading.columns import divide, is_deadline
from workflow.reading.fields import FIELD
from workflow.reading.norsk import MONTH
from workflow.reading.passage import Passage, join, of_line
from workflow.reading.row_cutting import RowCutter
from workflow.reading.segments import Heading, Row, Rows
from workflow.reading.text import Line

_WORDS = re.compile(r"[A-Za-zÆØÅæøå]{3}.*[a-zæøå]{3}")
_LONGEST = 300
_SHORT = 90
_ENDS_IN_DAY = re.compile(rf"^\W*\d{{1,2}}\.\s?(?:{MONTH}|\d{{1,2}}\.)(?:\s?\d{{4}})?\W*$", re.I)
_SENTENCE = re.compile(r"[.:;]\s|,$|\b(?:skal|må|er|ble|har|vil|kan|og|av|til|for|den|fra|frå|i|per|pr)$")


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

    def _dated_lines(self, line: Line) -> bool:
        """Two or more short lines under one another that each end in their day: a list without points."""
        above = next((one for one in reversed(self.segments) if isinstance(one, Heading)), None)
        if above is None or not layout.is_calendar(above.passage.text):
            return False
        rows: list[Row] = []
        while (one := self._next(len(rows))) and one.level is None:
            left, right = divide(of_line(one).strip())
            plain = left.text.strip()
            listed = plain[:1].isupper() and _WORDS.search(plain) and _ENDS_IN_DAY.search(right.text)
            if not listed or len(one.text) > _SHORT or _SENTENCE.search(plain) or layout.bullet(one.text):
                break
            if FIELD.match(one.text) or references.at_start(one.text, self.ids):
                break
            rows.append(Row(left, right))
        if len(rows) > 1:
            self.segments.append(Rows(tuple(rows)))
            self.at += len(rows)
        return len(rows) > 1

    def _due_head(self, line: Line) -> bool:
        """A deadline that heads the points below it, or the one text below it."""
        due = self._head_of(line)
        if due is None:
            return False
        begun = self.at
        self.at += 1
        items = [] if layout.bullet(line.text) else self._points()
        if not items and not FIELD.match(line.text):
            items = self._one_text()
        if not items:
            self.at = begun
            return False
        self.segments.append(Rows(tuple(Row(item, due) for item in items)))
        return True

    def _head_of(self, line: Line) -> Passage | None:
        """The deadline, where a line is nothing else and does not close what stands above it."""
        text = layout.plain(line.text)
        follower = self._next()
        if follower is None or layout.MONTH_LINE.match(text):
            return None
        if layout.bullet(line.text) and not self._groups(line, follower):
            return None
        field = FIELD.match(line.text)
        start = field.end() if field else layout.bullet(line.text)
        passage = of_line(line).part(start, len(line.text)).strip()
        core = passage.text.rstrip(" :*")
        if not core or not is_deadline(core) or references.at_start(line.text, self.ids):
            return None
        opens = text.endswith(":") or self._groups(line, follower) or self._stands_before(line, follower)
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

    def _groups(self, line: Line, follower: Line) -> bool:
        """Whether groups of lines begin here that each have a day first and its text right below."""
        return self._is_group_at(0, line, follower) and (
            self._is_after_group() or self._is_group_at(self._group_size(), None, None)
        )

    def _group_size(self) -> int:
        size = 1
        while (one := self._next(size)) and not self._opens_group(one):
            size += 1
        return size

    def _opens_group(self, line: Line) -> bool:
        return line.number in self.blank_before or bool(layout.bullet(line.text))

    def _is_group_at(self, offset: int, line: Line | None, follower: Line | None) -> bool:
        line, follower = line or self._next(offset), follower or self._next(offset + 1)
        if line is None or follower is None or not self._opens_group(line) or self._opens_group(follower):
            return False
        day = line.text[layout.bullet(line.text) :].strip()
        return is_deadline(day) and not is_deadline(follower.text) and follower.text.strip()[:1].isupper()

    def _is_after_group(self) -> bool:
        last = self.segments[-1] if self.segments else None
        above = self.lines[self.at - 1].number if self.at else 0
        return isinstance(last, Rows) and last.rows[-1].left.last_line == above

    def _heads_series(self, line: Line) -> bool:
        """«Frister» over days that each have their text below."""
        below = [self._next(n) for n in (1, 2, 3)]
        turns = [bool(one) and one is not None and is_deadline(one.text) for one in below]
        return ":" not in line.text and turns == [True, False, True]

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
            if text and self._opens_group(line):
                break
            own = divide(of_line(line).strip())[1].text
            if own or is_deadline(line.text) or references.at_start(line.text, self.ids):
                break
            text.append(of_line(line).strip())
            self.at += 1
        whole = join(text) if text else None
        return [whole] if whole and _WORDS.search(whole.text) and len(whole.text) < _LONGEST else []

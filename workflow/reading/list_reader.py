"""Rows, points and dumps of columns: what is owed beside when."""

from __future__ import annotations

import re

from workflow.reading import dumps, kinds, layout, months, parts, rows, titles
from workflow.reading.columns import deadline_first, divide
from workflow.reading.fields import LETTERHEAD, starts_with_day
from workflow.reading.mention import Due, Mention, Where
from workflow.reading.norsk import MONTH
from workflow.reading.passage import Passage, join
from workflow.reading.prose import THAT_SEASON
from workflow.reading.prose_reader import MODAL, ProseReader
from workflow.reading.segments import Dump, Row

_SECOND_SENTENCE = re.compile(r"[a-zæøå0-9]\.\s+[A-ZÆØÅ]")

_MONTH_DAY = re.compile(rf"\s*(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}\.)\s*$", re.I)
_BARE = re.compile(r"\s*\d{1,2}\.\s*$")
_LABEL = 60
"""How long a label is at most."""


class ListReader(ProseReader):
    """Reads what stands in rows, whether or not the format marks them."""

    def row(self, row: Row, columns: tuple[str, ...]) -> Mention | None:
        """A row of a table that has lost its ruling."""
        title, goal = (
            rows.goal_in(row.left.text)
            if any(layout.GOAL_COLUMN.match(c) for c in columns)
            or (row.reference and self.under(layout.is_rd))
            else (row.left.text, None)
        )
        is_rd = self.under(layout.is_rd) and not self.under(layout.is_calendar)
        meetings = self.under(layout.is_about_meetings) or any(
            layout.MEETING_COLUMN.match(c) for c in columns
        )
        is_calendar = self.under(layout.is_calendar) or not row.reference
        if LETTERHEAD.match(row.left.text) and row.reference is None:
            for phrase in self.ledger.scan(join([row.left, row.right]), self.context()):
                self.ledger.drop(phrase, "letter_date")
            return None
        words, context = self._in_full(row.right.text), self.context(title, cell=True, column="Frist")
        phrases = (
            self.ledger.scan_as(row.right, words, context) if words else self.ledger.scan(row.right, context)
        )
        found = parts.dues(words or row.right.text, phrases)
        if not found and not row.reference:
            self._speak(join([row.left, row.right]) if row.right.text else row.left, None)
            return None
        where = (
            Where.MEETINGS
            if meetings and not row.reference
            else Where.CALENDAR
            if is_calendar
            else Where.LIST
        )
        kind = kinds.of_row(titles.of_row(title), row.reference, is_rd, meetings and not row.reference, False)
        mention = self.new(where, row.left, kind, " ".join(title.split()))
        mention.reference, mention.in_rd = row.reference, is_rd
        mention.goal = goal or (self.goal if row.reference and where is Where.LIST else None)
        self.attach(mention, found)
        self.rest_of_row(mention, row.left)
        return mention

    def _in_full(self, right: str) -> str | None:
        """«Januar 4.» as «4. januar»; «2.» in the month of the row above."""
        named = _MONTH_DAY.match(right)
        if named:
            self.row_month = named["month"].lower()
            return f"{named['day']} {self.row_month}"
        return months.full(right, self.row_month) if self.row_month and _BARE.match(right) else None

    def rest_of_row(self, mention: Mention, left: Passage) -> None:
        """Dates among the words of a title: rarely deadlines."""
        for phrase in self.ledger.scan(left, self.context()):
            relative = phrase.deadline is not None and phrase.deadline.anchor is not None
            before = left.text[: phrase.start]
            if phrase.deadline is not None and (
                relative or re.search(r"(?:innen|senest|sein[ae]st|frist\w*:?)\W*$", before)
            ):
                self.attach(mention, [Due("", phrase)])
            else:
                self.ledger.drop(phrase, "title")

    def _dump(self, segment: Dump) -> None:
        for row, goal in dumps.rows_of(segment, self.ids):
            mention = self.row(row, tuple(name for name, _ in segment.columns))
            if mention is not None and goal:
                mention.goal = goal
        for name, blocks in segment.columns:
            if not layout.DEADLINE_COLUMN.match(name) and not layout.NUMBER_COLUMN.match(name):
                for block in blocks:
                    self._speak(block, None)
            elif layout.DEADLINE_COLUMN.match(name):
                for block in blocks:
                    for phrase in self.ledger.scan(block, self.context(cell=True, column="Frist")):
                        self.ledger.drop(phrase, "uncertain_place")

    def _in_month(self, passage: Passage) -> bool:
        """A line under the name of a month: «15.  Årsrapport», «Uke 7: Kontaktmøte», «Ultimo: Oversikt»."""
        cut = months.item(passage.text)
        if cut is None or self.month is None:
            return False
        day, title = passage.part(0, cut[0]), passage.part(cut[1], len(passage.text))
        words = months.full(day.text, self.month.text)
        context = self.context(title.text, cell=True, column="Dato")
        phrases = self.ledger.scan_as(day, words, context) if words else self.ledger.scan(day, context)
        found = parts.dues(words or day.text, phrases)
        if not found:
            return False
        mention = self.new(
            Where.CALENDAR, title, kinds.of_row(titles.of_row(title.text), None, False, False, False)
        )
        self.attach(mention, found)
        self.rest_of_row(mention, title)
        self.last, self.last_mention = title, mention
        return True

    def _listed(self, passage: Passage, is_bullet: bool) -> bool:
        """A point of a calendar: «Årsrapport – 15. mars», «15. mars: Årsrapport»."""
        if (
            self.scope is not None
            or not (is_bullet or self.under(layout.is_calendar))
            or len(passage.text) > 300
        ):
            return False
        if _SECOND_SENTENCE.search(passage.text):
            return False
        left, right = _by_label(passage) or divide(passage)
        if THAT_SEASON.search(f"{left.text} "):
            return False
        title = left.text[layout.bullet(left.text) :]
        if right.text and len(title.strip()) > 2 and not MODAL.search(title) and "\n" not in right.text:
            self.last_mention = self.row(Row(left, right), ())
            self.last = passage
            return True
        return False

    def _date_first(self, passage: Passage) -> bool:
        """«15. mars: Årsrapport»."""
        title = starts_with_day(passage.text)
        if self.scope is not None or not title:
            return False
        begin = layout.bullet(passage.text)
        self.last_mention = self.row(
            Row(passage.part(title, len(passage.text)), passage.part(begin, title)), ()
        )
        self.last = passage
        return True


def _by_label(passage: Passage) -> tuple[Passage, Passage] | None:
    """«b) Besøksstatistikk: kvartalsvis, innen …»: a label, and words that begin with its deadline."""
    colon = passage.text.find(": ")
    if not 0 < colon < _LABEL or not deadline_first(passage.text[colon + 2 :]):
        return None
    return passage.part(0, colon), passage.part(colon + 2, len(passage.text))

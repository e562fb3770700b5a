"""Marked tables: each row's duty and deadlines, whatever the order of the columns."""

from __future__ import annotations

import re

from calendars.language import Context
from workflow.reading import kinds, layout, months, parts, references, roles, titles
from workflow.reading.columns import is_deadline
from workflow.reading.ledger import CELL_WIDTH
from workflow.reading.list_reader import ListReader
from workflow.reading.mention import Due, Mention, Where
from workflow.reading.norsk import damaged
from workflow.reading.passage import Passage, of_cell
from workflow.reading.segments import Marked, Row
from workflow.reading.text import Cell

_DITTO = re.compile(r"^\s*(?:[\"”“»„‟〃]|''|–\"–|-\"-|-''-|samme|d\.?o\.?)\s*$", re.I)
_REMARK = damaged(
    r"^(?:merknad|kommentar|status|sted|stad|form|deltak|kontakt|agenda|avdeling|avsender|hjemmel|kilde)"
)
_CONTENT = damaged(r"^(?:innhold|innhald|beskriv|omtale|tema|gjelder|gjeld|periode|sak|krav|agenda)")
_NAMES = damaged(
    r"^(?:rapport|leveranse|oppdrag|tittel|aktivitet|møte|dokument|produkt|tiltak|oppg[aå]ve|hva$|kva$)"
)
_DONE = re.compile(r"(?:[Aa]vslutt(?:et|a)|[Uu]tført|[Ll]evert|[Ff]ullført|[Ff]erdig)$")
_NOTHING = damaged(r"\bingen (?:leveranser|frister|møter|rapportering)|\bingen (?:leveransar|fristar|møte)\b")
_ASSIGNMENTS = damaged(r"^(?:oppdrag(?:s?tittel)?|oppgave|oppgåve)$")


class TableReader:
    """Reads one table; the walker holds what the text above says and takes the mentions."""

    def __init__(self, walker: ListReader, segment: Marked) -> None:
        """Find the columns."""
        self.walker, self.table, self.page = walker, segment.table, segment.page
        self.roles = roles.roles_of(segment.table, walker.ids)
        self.above: list[Cell] = []
        self.month: Passage | None = walker.month
        self.month_above: Cell | None = None
        self.subheading = ""

    def read(self) -> None:
        """Read every row."""
        wheel = roles.months_across(self.table)
        if wheel:
            self._wheel(*wheel)
            return
        start = self.roles.head if self.roles else 0
        for row in self.table.rows[:start]:
            for index, cell in enumerate(row):
                self._drop_all(cell, index, "heading")
        for row in self.table.rows[start:]:
            self._row(row)

    def passage(self, cell: Cell, column: int) -> Passage:
        """A cell's text with its place; the column keeps cells of one line apart."""
        return of_cell(cell, (column + 1) * CELL_WIDTH, self.page)

    def _drop_all(self, cell: Cell, column: int, reason: str) -> None:
        for phrase in self.walker.ledger.scan(self.passage(cell, column), self.walker.context()):
            self.walker.ledger.drop(phrase, reason)

    def _row(self, row: tuple[Cell, ...]) -> None:
        filled = [(index, cell) for index, cell in enumerate(row) if cell.text.strip()]
        if not filled:
            return
        if self._repeats_head(row):
            return
        distinct = {(cell.text, cell.first_line) for _, cell in filled}
        if len(distinct) == 1 and (len(filled) == len(row) or filled[0][0] == 0):
            if len(row) == 1 or not self._identified(filled):
                self._single(*filled[0])
            return
        if self._without_deadline(row) and self._identified(filled):
            return
        if self.roles is None:
            self._loose(filled)
        else:
            self._duty(row)

    def _repeats_head(self, row: tuple[Cell, ...]) -> bool:
        return self.roles is not None and layout.columns_of([cell.text for cell in row]) == self.roles.names

    def _without_deadline(self, row: tuple[Cell, ...]) -> bool:
        return self.roles is None or not any(row[i].text.strip() for i in self.roles.when)

    def _identified(self, filled: list[tuple[int, Cell]]) -> bool:
        """A row that names an assignment whose description follows in the next row."""
        found = [
            (index, references.at_start(layout.plain(cell.text), self.walker.ids)) for index, cell in filled
        ]
        number = next(((index, ref) for index, ref in found if ref), None)
        if number is None or (self.roles is not None and len(filled) > 1 and self._is_list()):
            return False
        column, (reference, end) = number
        first = dict(filled)[column]
        rest = layout.plain(first.text)[end:].strip(" :.–-")
        others = [cell.text for index, cell in filled if index != column]
        title = rest if len(rest) > 3 else max(others, key=len, default="")
        self.walker.begin(
            reference, self.passage(first, column), " ".join(layout.plain(title.split("\n\n")[0]).split())
        )
        for index, cell in filled:
            if index != column and len(cell.text) > 200:
                self.walker.speak(self.passage(cell, index), self.walker.scope)
            else:
                self._drop_all(cell, index, "title")
        return True

    def _is_list(self) -> bool:
        """A list in which most rows have their deadline beside them."""
        assert self.roles is not None
        rows = self.table.rows[self.roles.head :]
        dated = sum(any(row[i].text.strip() for i in self.roles.when) for row in rows)
        return dated >= 0.5 * len(rows)

    def _single(self, column: int, cell: Cell) -> None:
        """A row of one cell: a month, a heading inside the table, or a description."""
        passage, text = self.passage(cell, column), layout.plain(cell.text)
        if layout.MONTH_LINE.match(text):
            self.month = passage
            return
        if self.walker.scope is not None and (len(text) > 80 or "\n" in text or "frist" in text.lower()):
            self.walker.speak(passage, self.walker.scope)
        elif len(text) <= 80 and self.roles is not None:
            self.subheading = text
            self._drop_all(cell, column, "heading")
        else:
            self.walker.speak(passage, None)

    def _loose(self, filled: list[tuple[int, Cell]]) -> None:
        (first, label), *others = filled
        if len(others) == 1 and "frist" in label.text.lower() and is_deadline(others[0][1].text):
            self.walker.row(Row(self.passage(label, first), self.passage(others[0][1], others[0][0])), ())
            return
        for index, cell in filled:
            self.walker.speak(self.passage(cell, index), self.walker.scope)

    def _duty(self, row: tuple[Cell, ...]) -> None:
        assert self.roles is not None
        found, inherited = self._dues(row)
        reference = self._reference(row)
        title = self._title(row, reference)
        if self.roles.month is not None and row[self.roles.month].text.strip():
            self._drop_all(row[self.roles.month], self.roles.month, "heading")
        if any(_DONE.match(layout.plain(cell.text)) for cell in row):
            for due in found:
                self.walker.ledger.drop(due.phrase, "past", surely=True)
            return
        if not title or _NOTHING.search(title) or (not found and reference is None):
            for index, cell in enumerate(row):
                if index not in self.roles.when:
                    self.walker.speak(self.passage(cell, index), None)
            return
        for text, line in self._items(row, title, reference):
            mention = self._mention(row, text, line, reference)
            self.walker.attach(mention, found)
        self._other_cells(row, mention, bool(found) and not inherited)

    def _items(
        self, row: tuple[Cell, ...], title: str, reference: references.Reference | None
    ) -> list[tuple[str, int]]:
        """The things a cell lists, where one month or day holds for several points."""
        assert self.roles is not None
        column = next((i for i in self.roles.titles if row[i].text.strip()), 0)
        lines = [line for line in re.split(r"\n|<br\s*/?>", row[column].text) if line.strip()]
        if reference is None and len(lines) > 1 and all(layout.bullet(line) for line in lines):
            return [(line, row[column].first_line) for line in lines]
        return [(title, row[column].first_line)]

    def _mention(
        self, row: tuple[Cell, ...], title: str, line: int, reference: references.Reference | None
    ) -> Mention:
        assert self.roles is not None
        walker, names = self.walker, self.roles.names
        meetings = any(layout.MEETING_COLUMN.match(n) for n in names) or (
            walker.under(layout.is_about_meetings) and not walker.under(_reports)
        )
        is_rd = walker.under(layout.is_rd) and not walker.under(layout.is_calendar)
        if not reference and any(layout.MEETING_COLUMN.match(n) for n in names):
            kind = "meeting"
        else:
            kind = kinds.of_row(
                titles.of_row(title), reference, is_rd, meetings, any(_ASSIGNMENTS.match(n) for n in names)
            )
        where = (
            Where.MEETINGS
            if meetings and not reference
            else Where.CALENDAR
            if not reference or walker.under(layout.is_calendar)
            else Where.LIST
        )
        column = next((i for i in self.roles.titles if row[i].text.strip()), 0)
        mention = walker.new(where, self.passage(row[column], column), kind, title)
        mention.reference, mention.in_rd = reference, is_rd
        mention.goal = self._goal(row) or (walker.goal if reference and where is Where.LIST else None)
        mention.section = self.subheading or walker.heading
        mention.owed_to = self._text(row, self.roles.receiver)
        mention.led_by = self._text(row, self.roles.leader)
        return mention

    def _text(self, row: tuple[Cell, ...], column: int | None) -> str:
        return " ".join(layout.plain(row[column].text).split()) if column is not None else ""

    def _goal(self, row: tuple[Cell, ...]) -> int | None:
        assert self.roles is not None
        found = re.match(r"\D{0,6}([1-9]\d?)\b", self._text(row, self.roles.goal))
        return int(found[1]) if found else None

    def _reference(self, row: tuple[Cell, ...]) -> references.Reference | None:
        assert self.roles is not None
        if self.roles.number is not None:
            text = layout.plain(row[self.roles.number].text)
            found = references.whole(text, self.walker.ids)
            if found:
                return found
            named = bool(self.roles.names[self.roles.number]) and not re.fullmatch(
                r"(?i)nr\.?|nummer", self.roles.names[self.roles.number]
            )
            return (
                references.Reference(text, text, "column")
                if named and re.search(r"\d", text) and len(text) <= 15
                else None
            )
        for column in self.roles.titles:
            found_at = references.at_start(layout.plain(row[column].text), self.walker.ids)
            if found_at:
                return found_at[0]
        return None

    def _title(self, row: tuple[Cell, ...], reference: references.Reference | None) -> str:
        assert self.roles is not None
        texts: list[str] = []
        meeting = [
            i
            for i in self.roles.titles
            if layout.MEETING_COLUMN.match(self.roles.names[i]) and row[i].text.strip()
        ]
        named = any(_NAMES.match(self.roles.names[i]) and row[i].text.strip() for i in self.roles.titles)
        for column in meeting or self.roles.titles:
            text = layout.plain(row[column].text)
            if (
                reference
                and (found := references.at_start(text, self.walker.ids))
                and found[0].key == reference.key
            ):
                text = text[found[1] :].strip(" :.–-\n")
            name = self.roles.names[column]
            if texts and (_REMARK.match(name) or (named and _CONTENT.match(name)) or is_deadline(text)):
                continue
            if text and text not in texts and (not texts or len(text) < 60):
                texts.append(text)
        return " – ".join(" ".join(text.split()) if not layout.bullet(text) else text for text in texts[:3])

    def _dues(self, row: tuple[Cell, ...]) -> tuple[list[Due], bool]:
        """The deadlines of a row, and whether they stand in the row above."""
        assert self.roles is not None
        cells = [row[i] for i in self.roles.when]
        empty = not any(cell.text.strip() for cell in cells)
        ditto = any(_DITTO.match(cell.text) for cell in cells)
        inherited = bool(self.above) and (ditto or (empty and self.roles.when[0] == 0))
        if inherited:
            cells = self.above
        elif not empty:
            self.above = cells
        found: list[Due] = []
        others = tuple(cell.text for i, cell in enumerate(row) if i not in self.roles.when)
        for column, cell in zip(self.roles.when, cells, strict=True):
            stage = roles.stage_of(self.roles.names[column])
            context = self.walker.context(
                *others,
                cell=True,
                column=self.roles.names[column] or "Frist",
                heading=self.subheading or self.walker.heading,
            )
            dues = self._read(row, self.passage(cell, column), context)
            found.extend(Due(due.part or stage, due.phrase) for due in dues)
        if not found and empty and self.month is not None:
            found = parts.dues(
                self.month.text,
                self.walker.ledger.scan(self.month, self.walker.context(cell=True, column="Måned")),
            )
        return found, inherited

    def _read(self, row: tuple[Cell, ...], passage: Passage, context: Context) -> list[Due]:
        """Read a deadline cell; a bare day, «15.», stands under or beside the name of its month."""
        assert self.roles is not None
        beside = self._beside(row)
        month = beside.text if beside and beside.text.strip() else self.month.text if self.month else ""
        if beside and month and not passage.text.strip():
            passage = self.passage(beside, self.roles.month or 0)
        words = months.full(passage.text, month) if month else None
        ledger = self.walker.ledger
        phrases = ledger.scan_as(passage, words, context) if words else ledger.scan(passage, context)
        return parts.dues(words or passage.text, phrases)

    def _beside(self, row: tuple[Cell, ...]) -> Cell | None:
        """The cell that names the row's month, in this row or the last that had one."""
        assert self.roles is not None
        if self.roles.month is None:
            return None
        if row[self.roles.month].text.strip():
            self.month_above = row[self.roles.month]
        return self.month_above

    def _other_cells(self, row: tuple[Cell, ...], mention: Mention, dated: bool) -> None:
        """Dates in the other columns: the period a report is about, or more deadlines in its description."""
        assert self.roles is not None
        for index, cell in enumerate(row):
            if index in self.roles.when or not cell.text.strip():
                continue
            name = self.roles.names[index]
            if index in self.roles.titles and len(cell.text) < 120:
                self.walker.rest_of_row(mention, self.passage(cell, index))
            elif layout.DEADLINE_COLUMN.match(name) and dated:
                self._drop_all(cell, index, "period")
            else:
                self.walker.speak(self.passage(cell, index), mention)

    def _wheel(self, head: int, months: dict[int, str]) -> None:
        """A wheel of the year: months across, what is due down the side or in the cells."""
        header = self.table.rows[head]
        for row in self.table.rows[head + 1 :]:
            label = next(
                (cell.text for i, cell in enumerate(row) if i not in months and cell.text.strip()), ""
            )
            for column in months:
                cell = row[column]
                text = layout.plain(cell.text)
                if not text or text in ("-", "–"):
                    continue
                marked = bool(re.fullmatch(r"(?i)x|\*|✓|●|•|ja", text))
                walker = self.walker
                found, title = self._wheel_due(header[column], cell, column, label, marked)
                if found and title:
                    kind = kinds.of_row(titles.of_row(title), None, False, False, False)
                    walker.attach(walker.new(Where.CALENDAR, self.passage(cell, column), kind, title), found)

    def _wheel_due(
        self, head: Cell, cell: Cell, column: int, label: str, marked: bool
    ) -> tuple[list[Due], str]:
        text, ledger, own = layout.plain(cell.text), self.walker.ledger, self.passage(cell, column)
        context = self.walker.context(label, cell=True, column="Måned")
        day = re.match(r"(\d{1,2})\.?(?=\s|$)(?!\s?\d)", text)
        if day:
            words = f"{day[1]}. {layout.plain(head.text).lower()}"
            start = own.text.find(day[0])
            phrases = ledger.scan_as(own.part(start, start + len(day[0])), words, context)
            return parts.dues(words, phrases), text[day.end() :].strip(" :–-") or label
        if re.match(r"\d{1,2}\.\s?(?:\d|[a-z])", text):
            return parts.dues(own.text, ledger.scan(own, context)), label
        month = self.passage(head, column)
        return parts.dues(month.text, ledger.scan(month, context)), label if marked else text


def _reports(text: str) -> bool:
    return bool(re.search(r"rapport|leveranse|frist", text, re.I))


def read_table(walker: ListReader, segment: Marked) -> None:
    """Read a marked table and hand its mentions to the walker."""
    TableReader(walker, segment).read()

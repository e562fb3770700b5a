"""A styringskalender that was sent out and came back, read into rows again.

Tables are known by their headings, in bokmål or nynorsk, whatever the sheet is called and whichever
columns were moved or added. The table by duty gives whole rows; the one by date has fewer columns.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from workflow.called import KINDS
from workflow.language import LANGUAGES, N_, translator
from workflow.refusals import Refusal
from workflow.reporting.calendar import words
from workflow.reporting.calendar.grids import Grid, Value, grids
from workflow.reporting.calendar.rows import CalendarRow

_DAY = r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})"
_SPAN = re.compile(rf"\s*{_DAY}(?:\s*[-–—]\s*{_DAY})?\s*")
_HEADING_ROWS = 10
"""How far down the headings may stand."""


class NoCalendarTable(Refusal):
    """No table of the file has the headings of the calendar."""

    code = "no-calendar-table"
    message = N_("The file has no table with the columns of the calendar: {columns}.")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of the file: what stands in each column, by the column's msgid, and the name of the row."""

    place: str
    told: Mapping[str, Value]

    def text(self, column: str) -> str:
        """Give what stands in a column as text; a day as 31.12.2026."""
        found = self.told.get(column, "")
        return f"{found:%d.%m.%Y}" if isinstance(found, dt.date) else found

    def span(self, column: str) -> tuple[dt.date | None, dt.date | None]:
        """Give the first and the last day; both None for an empty cell. Raises `ValueError` otherwise."""
        found = self.told.get(column, "")
        if isinstance(found, dt.date):
            return found, found
        return _span(found)

    def code(self, column: str, names: Mapping[str, str]) -> str:
        """Give the code that a name stands for in either language. Raises `ValueError` for other words."""
        said = self.text(column).strip().casefold()
        for language in LANGUAGES:
            for code, name in names.items():
                if translator(language).gettext(name).casefold() == said:
                    return code
        raise ValueError(said)

    def row(self) -> CalendarRow:
        """Give the whole row of a table by duty. Raises `ValueError` where a cell says what it cannot."""
        first, last = self.span(words.DUE)
        return CalendarRow(
            reference=self.text(words.REFERENCE),
            part=self.text(words.PART),
            kind=self.code(words.KIND, KINDS),
            title=self.text(words.TITLE),
            words=self.text(words.WORDS),
            first=first,
            last=last,
            state=self.code(words.STATE, words.STATES),
            owed_to=self.text(words.OWED_TO),
            delivered_on=self.span(words.DELIVERED)[1],
        )


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """What the file says, in its order; either table may be missing (None), not both."""

    by_date: tuple[ReadRow, ...] | None
    by_duty: tuple[ReadRow, ...] | None


def read_calendar(content: bytes) -> ReadCalendar:
    """Read a workbook or a Word document. Refuses what holds no calendar."""
    found: dict[bool, tuple[ReadRow, ...]] = {}
    for grid in grids(content):
        for columns, below in _headed(grid):
            whole = words.WORDS in columns
            found[whole] = found.get(whole, ()) + tuple(_rows(grid, columns, below))
    if not found:
        columns_told = ", ".join(translator("nb").gettext(each) for each in words.BY_DATE)
        raise NoCalendarTable(columns=columns_told)
    return ReadCalendar(found.get(False), found.get(True))


def _headed(grid: Grid) -> Iterator[tuple[Mapping[str, int], int]]:
    """Give the columns and where the rows below them begin; nothing in another table."""
    for number, (_, row) in enumerate(grid.rows[:_HEADING_ROWS], 1):
        if columns := _columns(row):
            yield columns, number
            return


def _rows(grid: Grid, columns: Mapping[str, int], below: int) -> Iterator[ReadRow]:
    for number, row in grid.rows[below:]:
        if any(row):
            told = {name: row[at] for name, at in columns.items() if at < len(row)}
            yield ReadRow(f"{grid.name}:{number}", told)


def _columns(row: tuple[Value, ...]) -> Mapping[str, int]:
    found = {_headings().get(str(each).strip().casefold(), ""): at for at, each in enumerate(row)}
    return found if {words.REFERENCE, words.DUE, words.TITLE, words.STATE} <= found.keys() else {}


@cache
def _headings() -> Mapping[str, str]:
    """Give the msgid of each heading as it stands in either language."""
    known = dict.fromkeys((*words.BY_DATE, *words.BY_DUTY))
    return {translator(language).gettext(each).casefold(): each for language in LANGUAGES for each in known}


def _span(text: str) -> tuple[dt.date | None, dt.date | None]:
    if not text.strip():
        return None, None
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValueError(text)
    first = dt.date(int(found[3]), int(found[2]), int(found[1]))
    return first, dt.date(int(found[6]), int(found[5]), int(found[4])) if found[4] else first

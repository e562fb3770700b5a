"""A list as rows of cells: from a spreadsheet or a text file, with every fault kept for its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workflow.directory.columns import LABELS, key_of
from workflow.language import N_, translator

HEADINGS_WITHIN = 10
"""The headings stand in one of the first rows: a title may stand above them."""

PEOPLE = N_("The list of people")
UNITS = N_("The list of units")
_SHEET = N_("Sheet «{sheet}»")
_COLUMNS_MISSING = N_("{file}: the first row lacks the column {columns}.")
_COLUMN_TWICE = N_("{file}: several columns are the {columns}.")
_EMPTY = N_("{file}: there are no rows.")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, as msgid, and the facts that fill it."""

    message: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells as they stand: (1-based row, cells) for each row that has any; `sheet` is «» for a text file."""

    rows: list[tuple[int, list[str]]]
    sheet: str = ""
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: its 1-based row in the file, and the cells by column."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Give a cell, «» where the row ends before it."""
        return self.cells.get(column, "")

    def get(self, column: str, known: str) -> str:
        """Give a cell, or what is `known` where the list has no such column."""
        return self.cells.get(column, known)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list read by its headings. `passed_over` are headings that say nothing to us."""

    what: str
    sheet: str = ""
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    passed_over: tuple[str, ...] = ()

    def worded(self, problem: Problem, language: str) -> str:
        """Say what is wrong and where, in the user's language."""
        say = translator(language).gettext
        file = say(_SHEET).format(sheet=self.sheet) if self.sheet else say(self.what)
        facts = {name: _said(fact, language) for name, fact in problem.facts.items()}
        return say(problem.message).format(file=file, **facts)


def listing(grid: Grid, what: str, known: Mapping[str, str], required: tuple[str, ...]) -> Listing:
    """Read a grid by its headings; `known` is heading -> column. What is wrong stands in `problems`."""
    number, columns = _headings(grid.rows[:HEADINGS_WITHIN], known, required)
    wrong = [*grid.problems, *_wrong_headings(columns, required)]
    if wrong:
        return Listing(what, grid.sheet, problems=wrong)
    rows = [
        Row(line, dict.fromkeys(filter(None, columns), "") | _by_column(columns, cells))
        for line, cells in grid.rows[number + 1 :]
    ]
    empty = [] if rows else [Problem(_EMPTY)]
    headings = grid.rows[number][1]
    passed_over = tuple(text for text, column in zip(headings, columns, strict=True) if text and not column)
    return Listing(what, grid.sheet, rows, empty, passed_over)


def _headings(
    rows: list[tuple[int, list[str]]], known: Mapping[str, str], required: tuple[str, ...]
) -> tuple[int, list[str]]:
    """Give which row has the headings, and its columns; the first row where none has what is required."""
    read = [[known.get(key_of(cell), "") for cell in cells] for _, cells in rows] or [[]]
    for number, columns in enumerate(read):
        if set(required) <= set(columns):
            return number, columns
    return 0, read[0]


def _wrong_headings(columns: list[str], required: tuple[str, ...]) -> list[Problem]:
    missing = tuple(column for column in required if column not in columns)
    if missing:
        return [Problem(_COLUMNS_MISSING, {"columns": missing})]
    twice = tuple(column for column, count in Counter(filter(None, columns)).items() if count > 1)
    return [Problem(_COLUMN_TWICE, {"columns": twice})] if twice else []


def _by_column(columns: Iterable[str], cells: Iterable[str]) -> dict[str, str]:
    return {column: cell for column, cell in zip(columns, cells, strict=False) if column}


def _said(fact: object, language: str) -> object:
    """Columns are called by their labels; everything else stands as it is."""
    if not isinstance(fact, tuple):
        return fact
    return ", ".join(translator(language).gettext(LABELS[each]) for each in fact)

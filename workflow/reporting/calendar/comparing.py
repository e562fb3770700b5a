"""What was changed in a calendar that came back: a list of proposals, none of which is carried out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workflow.called import KINDS
from workflow.language import translator
from workflow.reporting.building.speech import day
from workflow.reporting.calendar import words
from workflow.reporting.calendar.reading_back import ReadCalendar, ReadRow
from workflow.reporting.calendar.rows import CalendarRow

Key = tuple[str, str]


class Change(StrEnum):
    """What was done to a row."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    UNREADABLE = "unreadable"
    """A cell says what it cannot say: a day that does not exist, a state that we do not have."""
    REPEATED = "repeated"
    """The same part of the same duty stands in the table before it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One difference. `column` is the msgid of the column; `row` is what the register says, if anything.

    For a row that was added, `before` is the deadline it states, and `after` its title.
    """

    change: Change
    reference: str
    part: str
    column: str = ""
    before: str = ""
    after: str = ""
    place: str = ""
    row: CalendarRow | None = None
    state: str = ""
    """The code of a state that was changed."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the register says: the rows by duty, those printed by date, and shielded titles by reference."""

    rows: Sequence[CalendarRow]
    dated: Sequence[CalendarRow]
    titles: Mapping[str, str]
    language: str


def proposals(known: Known, read: ReadCalendar) -> tuple[Proposal, ...]:
    """List what differs from the register, each once, in the order of the file."""
    found: dict[tuple[str, ...], Proposal] = {}
    for rows, table in ((known.rows, read.by_duty), (known.dated, read.by_date)):
        if table is not None:
            for each in _table(known, rows, table):
                found.setdefault((each.change, each.reference, each.part, each.column, each.after), each)
    return tuple(found.values())


def _table(known: Known, rows: Sequence[CalendarRow], table: Sequence[ReadRow]) -> Iterator[Proposal]:
    every = {_key(row): row for row in known.rows}
    seen: set[Key] = set()
    for read in table:
        key = (read.text(words.REFERENCE).strip(), read.text(words.PART).strip())
        if key in seen:
            yield Proposal(Change.REPEATED, *key, place=read.place)
        elif key not in every:
            yield _added(key, read)
        else:
            yield from _changed(known, every[key], read)
        seen.add(key)
    yield from (_removed(row) for row in rows if _key(row) not in seen)


def _key(row: CalendarRow) -> Key:
    return row.reference.strip(), row.part.strip()


def _added(key: Key, read: ReadRow) -> Proposal:
    due = read.text(words.WORDS).strip() or read.text(words.DUE).strip()
    return Proposal(Change.ADDED, *key, before=due, after=read.text(words.TITLE).strip(), place=read.place)


def _removed(row: CalendarRow) -> Proposal:
    return Proposal(Change.REMOVED, *_key(row), before=row.title, row=row)


def _changed(known: Known, row: CalendarRow, read: ReadRow) -> Iterator[Proposal]:
    for column, wanted in _expected(known, row, read):
        said = read.text(column).strip()
        if said in wanted or _same(row, read, column):
            continue
        readable = _is_readable(read, column)
        change = Change.CHANGED if readable else Change.UNREADABLE
        state = read.code(column, words.STATES) if readable and column == words.STATE else ""
        yield Proposal(change, *_key(row), column, wanted[0], said, read.place, row, state)


def _expected(known: Known, row: CalendarRow, read: ReadRow) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what each column that the table has may say without being changed; the first is what we print."""
    say = translator(known.language).gettext
    told: Mapping[str, Iterable[str]] = {
        words.TITLE: (row.title, known.titles.get(row.reference, row.title)),
        words.KIND: (say(KINDS.get(row.kind, row.kind)),),
        words.WORDS: (row.words,),
        words.DUE: (due_text(row),),
        words.OWED_TO: (row.owed_to,),
        words.STATE: (say(words.STATES.get(row.state, row.state)),),
        words.DELIVERED: (day(row.delivered_on),),
    }
    for column, texts in told.items():
        if column in read.told:
            yield column, tuple(each.strip() for each in texts)


def due_text(row: CalendarRow) -> str:
    """Write the day, or the first and last day of the window; nothing where there is none."""
    return day(row.last) if row.first == row.last else f"{day(row.first)}–{day(row.last)}"


def _same(row: CalendarRow, read: ReadRow, column: str) -> bool:
    """Tell whether other words say the same: the other language, or another way to write a day."""
    try:
        match column:
            case words.KIND:
                return read.code(column, KINDS) == row.kind
            case words.STATE:
                return read.code(column, words.STATES) == row.state
            case words.DUE:
                return read.span(column) == (row.first, row.last)
            case words.DELIVERED:
                return read.span(column)[1] == row.delivered_on
    except ValueError:  # not readable: then it is not the same
        return False
    return False


def _is_readable(read: ReadRow, column: str) -> bool:
    try:
        match column:
            case words.KIND:
                read.code(column, KINDS)
            case words.STATE:
                read.code(column, words.STATES)
            case words.DUE | words.DELIVERED:
                read.span(column)
    except ValueError:
        return False
    return True

"""The proof, in both directions: every confirmed row has its entry, and every entry its row."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from projections.engine.duty.due_row import DueRow
from projections.feeds.expected import Expected, Explained, expected
from projections.feeds.published import PublishedEntry, published


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that does not agree: a stable code, what it is about, what should be and what is.

    Codes about the calendar: missing, extra, doubled, wrong_day, wrong_title, wrong_status,
    shielded_words. About letters: not_in_register, day_differs.
    """

    code: str
    label: str
    should: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Differences:
    """The outcome: what differs, how many agree, and the rows that have no entry for a reason."""

    differences: tuple[Difference, ...]
    agreeing: int
    explained: tuple[Explained, ...]

    @property
    def agree(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A deadline of an accepted proposal as the stored reading has it, and the duties that it became.

    `day` is the stated day, or the last day of a window; None where the letter gives none.
    `amended` tells that a person changed the proposal.
    """

    label: str
    duties: tuple[UUID, ...]
    part: str
    day: dt.date | None
    amended: bool = False


def reconcile(
    rows: Iterable[DueRow], calendar: bytes, today: dt.date, letters: Iterable[LetterRow] = ()
) -> Differences:
    """Compare all confirmed rows with the bytes of the complete calendar, and with the stored readings.

    `rows` are the rows of what falls due, all of them; every occurrence of a series or meeting is a
    row of its own. Raises `published.NoCalendar` when the bytes are not a calendar.
    """
    confirmed = list(rows)
    outcome = [expected(row, today) for row in confirmed]
    due = {each.uid: each for each in outcome if isinstance(each, Expected)}
    explained = tuple(each for each in outcome if isinstance(each, Explained))
    entries = published(calendar)
    found = [*_presence(due, entries), *_content(due, entries), *_letters(confirmed, letters)]
    about = {each.label for each in found}
    agreeing = sum(each.label not in about for each in due.values())
    return Differences(tuple(found), agreeing, explained)


def _presence(due: Mapping[str, Expected], entries: Iterable[PublishedEntry]) -> Iterable[Difference]:
    """Find what is missing, what is too much, and what is there twice."""
    counted = Counter(entry.uid for entry in entries)
    for uid, each in due.items():
        if uid not in counted:
            yield Difference("missing", each.label, should=_day(each.start))
        elif counted[uid] > 1:
            yield Difference("doubled", each.label, should="1", found=str(counted[uid]))
    for entry in entries:
        if entry.uid not in due:
            yield Difference("extra", entry.summary, found=_day(entry.start))


def _content(due: Mapping[str, Expected], entries: Iterable[PublishedEntry]) -> Iterable[Difference]:
    """Compare each entry with its row."""
    for entry in entries:
        if (each := due.get(entry.uid)) is not None:
            yield from _day_differs(each, entry)
            yield from _words_differ(each, entry)


def _day_differs(each: Expected, entry: PublishedEntry) -> Iterable[Difference]:
    last = entry.end - dt.timedelta(days=1) if not isinstance(entry.end, dt.datetime) else entry.end.date()
    if entry.start != each.start or last != each.last_day:
        should = f"{_day(each.start)} – {each.last_day:%d.%m.%Y}"
        yield Difference("wrong_day", each.label, should, f"{_day(entry.start)} – {last:%d.%m.%Y}")
    if entry.cancelled != each.cancelled:
        yield Difference("wrong_status", each.label, _status(each.cancelled), _status(entry.cancelled))


def _words_differ(each: Expected, entry: PublishedEntry) -> Iterable[Difference]:
    if each.shielded:
        if each.title and each.title in f"{entry.summary}\n{entry.description}":
            yield Difference("shielded_words", each.label, found=entry.summary)
    elif each.title not in entry.summary or each.part not in entry.summary:
        yield Difference("wrong_title", each.label, f"{each.title} {each.part}".strip(), entry.summary)


def _letters(rows: list[DueRow], letters: Iterable[LetterRow]) -> Iterable[Difference]:
    """Hold each accepted row of a letter against the register: same day, or a sourced change since."""
    by_part = {(row.duty, row.part): row for row in rows}
    by_parent = {row.parent for row in rows if row.parent is not None}
    for each in letters:
        found = [by_part[duty, each.part] for duty in each.duties if (duty, each.part) in by_part]
        if not found:
            if not by_parent.intersection(each.duties) and not each.amended:
                yield Difference("not_in_register", each.label, should=_day(each.day))
        elif not any(_holds(each, row) for row in found):
            yield Difference("day_differs", each.label, _day(each.day), _day(found[0].due))


def _holds(letter: LetterRow, row: DueRow) -> bool:
    """Tell whether the register still says what the letter said, or says why it does not."""
    changed = letter.amended or row.moved > 0 or row.corrected or row.dropped
    return changed or letter.day in (row.first_due, row.due)


def _day(day: dt.date | None) -> str:
    if isinstance(day, dt.datetime):
        return f"{day:%d.%m.%Y %H:%M}"
    return f"{day:%d.%m.%Y}" if day is not None else "–"


def _status(cancelled: bool) -> str:
    return "CANCELLED" if cancelled else "CONFIRMED"

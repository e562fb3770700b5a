"""What every form of deadline offers, and the few helpers that they share."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from calendars import days
from calendars.deadline import Deadline, Form
from calendars.periods import MONTHS, Span, real_day
from calendars.phrases import Hit, Phrase, compiled
from calendars.repair import number

Language = Literal["nb", "nn"]


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a phrase: the letter's year, the headings above it, the other cells of its row."""

    year: int
    heading: str = ""
    column: str = ""
    neighbours: tuple[str, ...] = ()
    cell: bool = False
    """The text is a deadline cell of a table or follows «Frist»: bare months and single words count."""


@dataclass(frozen=True, slots=True)
class NoDeadline:
    """A date-like phrase that is none, and why (a stable code)."""

    reason: str


Verdict = Deadline | NoDeadline | None
"""None: the words are no phrase of this form after all."""


class Reader(Protocol):
    """A module of `calendars.forms` or `calendars.no_deadlines`: its phrases and their reading."""

    TRIGGER: re.Pattern[str]
    """Found in every text that holds one of the phrases; a text without it is passed over."""
    PHRASES: tuple[Phrase, ...]

    def read(self, hit: Hit, context: Context) -> Verdict:
        """Read one hit of one of the phrases."""


class FormModule(Reader, Protocol):
    """A module of `calendars.forms`: it also words what it reads."""

    def write(self, deadline: Deadline, language: Language) -> str:
        """Word a deadline of this form."""

    def explain(self, deadline: Deadline, language: Language) -> str:
        """Say how it was understood."""


def dated(pattern: str, day: dt.date | None) -> Deadline:
    """Make a deadline on a day; without one it is impossible."""
    return Deadline("", Form.DATE, pattern, day=day, impossible=day is None)


def window(pattern: str, span: Span) -> Deadline:
    """Make a deadline within a span."""
    return Deadline("", Form.WINDOW, pattern, earliest=span.first, latest=span.last)


def year_of(hit: Hit, context: Context, name: str = "year") -> int:
    """Give the year a hit states, else the one its context makes it."""
    stated = hit.piece(name)
    return number(stated) if stated else context.year


_REPORT_FOR = re.compile(
    r"(?:årsr[ae]pport|årsmelding|årsregnskap|årsrekneskap|arsrapport|arsregnskap)"
    r"[^.;|]{0,40}?\b(?:for|regnskap|rekneskap)?\s*(20\d\d)",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    compiled(
        r"[ ,(]*(?:i )?(?:året etter|det påfølgende året|(?:neste|påfølgende|etterfølgende"
        r"|påfølgjande) år)(?!\w)"
    )
)
_HEADING_MONTH = re.compile(compiled(r"{month}(?: {year})?"))


def heading_month(context: Context) -> tuple[int, int] | None:
    """Give the month and year that a heading names alone («Mars», «Oktober 2027»)."""
    named = list(_HEADING_MONTH.finditer(context.heading.lower()))
    if len(named) != 1:
        return None
    year = number(named[0]["year"]) if named[0]["year"] else context.year
    return month_number(named[0]["month"]), year


def yearless(context: Context, month: int, before: str = "", after: str = "") -> int:
    """Give the year of a date without one: the letter's, except what clearly belongs to the year after.

    The annual report *for* a year is due in the first half of the next.
    """
    if _YEAR_AFTER.match(after):
        return context.year + 1
    for text in (*context.neighbours, before):
        report = _REPORT_FOR.search(text)
        if report and int(report[1]) == context.year and month <= 6:
            return context.year + 1
    return context.year


def month_number(name: str) -> int:
    """Give 1-12 for a month's name, short or damaged."""
    word = name.lower().replace("0", "o").replace("1", "i")
    for nth, month in enumerate(MONTHS, 1):
        if word[:3] == month[:3]:
            return nth
    return 7 if word.startswith("ju") else 5


WEEKDAYS: dict[str, tuple[str, ...]] = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
}
_WEEKDAY_STARTS = {"m": 0, "ti": 1, "ty": 1, "o": 2, "to": 3, "f": 4, "l": 5, "s": 6}

ORDINALS: dict[str, tuple[str, ...]] = {
    "nb": (
        "første",
        "andre",
        "tredje",
        "fjerde",
        "femte",
        "sjette",
        "sjuende",
        "åttende",
        "niende",
        "tiende",
    ),
    "nn": (
        "første",
        "andre",
        "tredje",
        "fjerde",
        "femte",
        "sjette",
        "sjuande",
        "åttande",
        "niande",
        "tiande",
    ),
}


def weekday_number(name: str) -> int:
    """Give 0-6 (Monday first) for a weekday's name, bokmål or nynorsk, damaged or not."""
    return _WEEKDAY_STARTS.get(name[:2], _WEEKDAY_STARTS.get(name[:1], 0))


def ordinal_number(word: str) -> int:
    """Give 1-10 for an ordinal, -1 for the last and -2 for the last but one."""
    if word.startswith(("siste", "nest")):
        return -1 if word.startswith("siste") else -2
    if word[0].isdigit() or word == "l.":
        return number(word.rstrip("."))
    starts = {"an": 2, "tr": 3, "fj": 4, "fem": 5, "sje": 6, "sju": 7, "sy": 7, "ni": 9, "ti": 10}
    return next((nth for start, nth in starts.items() if word.startswith(start)), 1 if word[0] == "f" else 8)


def stated_day(hit: Hit, year: int, month: int) -> dt.date | None:
    """Give the day of a hit's {day} piece, None if there is no such day."""
    return real_day(year, month, number(hit.piece("day")))


def month_name(month: int) -> str:
    """Name a month (1-12)."""
    return MONTHS[month - 1]


def long_date(day: dt.date) -> str:
    """Word a day: «1. april 2026»."""
    return f"{day.day}. {month_name(day.month)} {day.year}"


def short_date(day: dt.date) -> str:
    """Write a day as «01.04.2026»."""
    return f"{day:%d.%m.%Y}"


def short_span(first: dt.date, last: dt.date) -> str:
    """Write a span shortly: «21.–31. mai 2026»."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{last.day}. {month_name(last.month)} {last.year}"
    if first.year == last.year:
        return f"{first.day}. {month_name(first.month)}–{long_date(last)}"
    return f"{long_date(first)}–{long_date(last)}"


def with_working_date(deadline: Deadline) -> Deadline:
    """Add the last working day on or before the due day; nothing outside the verified years."""
    if deadline.due is None:
        return deadline
    try:
        return replace(deadline, working_date=days.last_working_day(deadline.due), holidays=days.EDITION)
    except days.UnverifiedYear:  # the explanation says so; a far-off date is still a date
        return deadline

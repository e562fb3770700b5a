"""What every form of deadline offers, and the few helpers that they share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from calendars import days
from calendars.deadline import Deadline, Form
from calendars.periods import Span
from calendars.phrases import Hit, Phrase

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

    TRIGGER: str
    """Found in one word of every phrase; a text without such a word is passed over."""
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


def with_working_date(deadline: Deadline) -> Deadline:
    """Add the last working day on or before the due day; nothing outside the verified years."""
    if deadline.due is None:
        return deadline
    try:
        return replace(deadline, working_date=days.last_working_day(deadline.due), holidays=days.EDITION)
    except days.UnverifiedYear:  # the explanation says so; a far-off date is still a date
        return deadline

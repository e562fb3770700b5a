"""What the tests of the forms say in one line: this phrase reads as that deadline."""

from __future__ import annotations

import datetime as dt

from calendars.deadline import Deadline
from calendars.language import Context, find, read, write

YEAR = 2026


def cell(text: str, *, year: int = YEAR, heading: str = "") -> Deadline:
    """Read the text as a whole deadline cell; it must be one."""
    deadline = read(text, Context(year, heading=heading, cell=True))
    assert deadline is not None, f"{text!r} was not read as one deadline"
    return deadline


def in_prose(text: str, *, year: int = YEAR) -> list[str]:
    """Give what was found in running text: the words, or «reason: words» where they are no deadline."""
    found = find(text, Context(year))
    return [(f"{one.reason}: " if one.reason else "") + text[one.start : one.end] for one in found]


def day(text: str) -> dt.date:
    """Give a day from its ISO text."""
    return dt.date.fromisoformat(text)


def window(deadline: Deadline) -> tuple[str, str]:
    """Give a window's two days as ISO texts."""
    return str(deadline.earliest), str(deadline.latest)


def worded(deadline: Deadline) -> tuple[str, str]:
    """Word a deadline in bokmål and nynorsk, having checked that both read back as the same."""
    words = write(deadline, "nb"), write(deadline, "nn")
    for wording in words:
        again = cell(wording)
        assert meaning(again) == meaning(deadline), f"{wording!r} does not read back"
    return words


def meaning(deadline: Deadline) -> tuple[object, ...]:
    """Everything a deadline says but the words it was said in."""
    return (
        deadline.form,
        deadline.pattern,
        deadline.day,
        deadline.earliest,
        deadline.latest,
        deadline.rrule,
        deadline.first,
        deadline.until,
        deadline.anchor,
        deadline.offset,
        deadline.starts_at,
        deadline.ends_at,
        deadline.working_date,
        deadline.tentative,
        deadline.firm,
        deadline.impossible,
    )

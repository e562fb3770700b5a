"""References as people know them: the letter's numbers, not the long keys that were made from titles."""

from __future__ import annotations

import datetime as dt
import re

from calendars.ical.text import one_line

_SHORT = 24
_OCCURRENCE = re.compile(r"(.*)/(\d{4}-\d{2}-\d{2})")


def shown_reference(reference: str, *, shielded: bool) -> str:
    """Give what is shown beside a name; «» where the reference says no more than the title does.

    A report of a series is told from the others by its day. What was made from the words of a
    title is as secret as they are, so that of a shielded duty only numbers are shown.
    """
    clean = one_line(reference)
    if _is_numbers(clean):
        return clean
    if found := _OCCURRENCE.fullmatch(clean):
        before = shown_reference(found[1], shielded=shielded)
        day = f"{dt.date.fromisoformat(found[2]):%d.%m.%Y}"
        return f"{before}, {day}" if before else day
    return clean if not shielded and _is_code(clean) else ""


def _is_numbers(reference: str) -> bool:
    """Tell «2026-02» and «26/118-1»."""
    letters = sum(char.isalpha() for char in reference)
    return letters <= 2 and len(reference) <= _SHORT and any(char.isdecimal() for char in reference)


def _is_code(reference: str) -> bool:
    """Tell «M-HØST», which somebody chose, from «strategimote», which was made from a title."""
    return 0 < len(reference) <= _SHORT and not reference.islower()

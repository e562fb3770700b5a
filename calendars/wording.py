"""The words for days and months, both ways: from a damaged word to its number, from a day to its wording."""

from __future__ import annotations

import datetime as dt

from calendars.periods import MONTHS
from calendars.repair import number


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

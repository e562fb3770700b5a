"""Days that leave out their month because it stands above them: «15.» under March."""

from __future__ import annotations

import re

from workflow.reading.layout import plain
from workflow.reading.norsk import MONTH, damaged

_DAY = re.compile(
    r"^\s*(?:den )?(\d{1,2}\.?(?:\s?(?:og|-|–|/)\s?\d{1,2}\.?)?)(?!\s?[./]?\d)(\s+kl\b.*)?\s*$", re.I
)
_EVERY = re.compile(r"(?:hver|kvar) ")
_PART = damaged(r"^\s*(primo|medio|ultimo|tidlig|sent|begynnelsen|slutten|midten)\s*$")
_MONTH_WORD = damaged(r"\b(?:måneden|månaden)\b")
_ITEM = re.compile(
    r"^\s*(?P<day>\d{1,2}\.(?:\s?(?:og|-|–)\s?\d{1,2}\.)?)\s*[:–-]?\s+"
    rf"(?P<title>(?!{MONTH}:)\S.*)$",
    re.S,
)
_NAMED = re.compile(r"^\s*(?P<day>[^:\n]{3,45}):\s+(?P<title>\S.*)$", re.S)


def full(text: str, month: str) -> str | None:
    """Write a bare day or part of a month with its month; None where nothing is left out."""
    name = plain(month).lower().rstrip(" :")
    day = _DAY.match(text)
    if day:
        number = day[1] if day[1].endswith(".") else f"{day[1]}."
        every = "den " if _EVERY.search(name) else ""
        if every and not text.lower().lstrip().startswith("den "):
            return None
        return f"{every}{number} {name}{day[2] or ''}"
    if _PART.match(text):
        return f"{text.strip()} {name}"
    return (
        _MONTH_WORD.sub(name, text)
        if _MONTH_WORD.search(text) and "hver" not in text.lower() and "kvar" not in text.lower()
        else None
    )


def item(text: str) -> tuple[int, int] | None:
    """Where the day ends and the title begins in a line such as «15.  Årsrapport» or «Uke 7: Møte»."""
    found = _ITEM.match(text) or _NAMED.match(text)
    return (found.end("day"), found.start("title")) if found else None

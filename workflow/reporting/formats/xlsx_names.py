"""Names of sheets that every spreadsheet takes: short, each once, without the signs that references use."""

from __future__ import annotations

import re

from workflow.reporting.formats.clean import clean

LONGEST = 31
_FORBIDDEN = re.compile(r"[^\w .,()–-]+")
_RESERVED = "history"


class Names:
    """Gives names and remembers which are taken."""

    def __init__(self) -> None:
        self._taken: set[str] = {_RESERVED}

    def give(self, wanted: str) -> str:
        """Give a name like the one wanted, which no other sheet has, whatever the case."""
        base = " ".join(_FORBIDDEN.sub(" ", clean(wanted)).split()).strip(" .-–") or "–"
        name, number = _cut(base, LONGEST), 1
        while name.casefold() in self._taken:
            number += 1
            ending = f" ({number})"
            name = _cut(base, LONGEST - len(ending)) + ending
        self._taken.add(name.casefold())
        return name


def _cut(text: str, length: int) -> str:
    """Cut after a whole word, where there is one in the last half."""
    if len(text) <= length:
        return text
    cut = text[: length + 1].rpartition(" ")[0]
    return cut if len(cut) * 2 >= length else text[:length].rstrip()

"""What each address was last answered with, good until anything is written to the database."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from threading import Lock

from starlette.responses import Response

from workflow.app.web.conditional import Current

ADDRESSES = 10_000


@dataclass(frozen=True, slots=True)
class Answer:
    """An address that showed something, in one version of the database and on one day."""

    version: str | None
    """None where it was not asked for: then only that the address showed something is remembered."""
    today: dt.date
    subscription: str
    current: Current
    not_modified: Response
    """The 304, made once."""


class Remembered:
    """The addresses that were asked for, up to a number of them; safe between threads."""

    def __init__(self, addresses: int = ADDRESSES) -> None:
        """Start empty."""
        self._addresses = addresses
        self._kept: dict[str, Answer] = {}
        self._lock = Lock()

    def __contains__(self, path: str) -> bool:
        """Tell whether the address showed something when it was last asked for."""
        return path in self._kept

    def get(self, path: str, version: str | None, today: dt.date) -> Answer | None:
        """Give what was answered, if nothing was written since and it is still the same day."""
        found = self._kept.get(path)
        if found is None or version is None or (found.version, found.today) != (version, today):
            return None
        return found

    def keep(self, path: str, answer: Answer) -> None:
        """Remember an answer, and forget the one that was kept longest ago when there are too many."""
        with self._lock:
            self._kept.pop(path, None)
            self._kept[path] = answer
            while len(self._kept) > self._addresses:
                del self._kept[next(iter(self._kept))]

    def forget(self, path: str) -> None:
        """Forget an address that shows nothing any more."""
        with self._lock:
            self._kept.pop(path, None)

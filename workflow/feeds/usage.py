"""When and by what a subscription was last fetched, written down without holding the request up."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from queue import Empty, Full, Queue

from events.store.errors import StoreUnavailable
from workflow.feeds.subscriptions import Subscriptions

log = logging.getLogger(__name__)

EVERY = dt.timedelta(minutes=5)
"""A client that asks every minute is noted every fifth."""
WAITING = 1000


class Usage:
    """Gathers what was used, and writes it when told to."""

    def __init__(self, subscriptions: Subscriptions) -> None:
        """Write through these subscriptions."""
        self._subscriptions = subscriptions
        self._noted: dict[str, tuple[dt.datetime, str]] = {}
        self._waiting: Queue[tuple[str, dt.datetime, str]] = Queue(WAITING)

    def note(self, subscription_id: str, at: dt.datetime, client: str) -> None:
        """Remember a fetch; cheap, and it never fails the request."""
        before, by = self._noted.get(subscription_id, (None, ""))
        if before is not None and at - before < EVERY and by == client:
            return
        self._noted[subscription_id] = (at, client)
        try:
            self._waiting.put_nowait((subscription_id, at, client))
        except Full:
            log.warning("last use of a feed was not noted: too many wait to be written")

    def write(self) -> None:
        """Write down what was gathered."""
        for fetched in _drained(self._waiting.get_nowait):
            try:
                self._subscriptions.used(*fetched)
            except StoreUnavailable as error:
                log.warning("last use of a feed was not noted: %s", error)


def _drained(get: Callable[[], tuple[str, dt.datetime, str]]) -> list[tuple[str, dt.datetime, str]]:
    found: list[tuple[str, dt.datetime, str]] = []
    while True:
        try:
            found.append(get())
        except Empty:
            return found

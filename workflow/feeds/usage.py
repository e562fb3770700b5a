"""When and by what a subscription was last fetched, written down without holding the request up."""

from __future__ import annotations

import datetime as dt
import logging
from threading import Lock

from events.store.errors import StoreUnavailable
from workflow.feeds.subscriptions import Fetch, Subscriptions

log = logging.getLogger(__name__)

EVERY = dt.timedelta(minutes=5)
"""A client that asks every minute is noted every fifth."""


class Usage:
    """Gathers the last fetch of each subscription, and writes them all when told to."""

    def __init__(self, subscriptions: Subscriptions) -> None:
        """Write through these subscriptions."""
        self._subscriptions = subscriptions
        self._noted: dict[str, Fetch] = {}
        self._waiting: dict[str, Fetch] = {}
        self._lock = Lock()

    def note(self, subscription_id: str, at: dt.datetime, client: str) -> None:
        """Remember a fetch; cheap, and it never fails the request."""
        before = self._noted.get(subscription_id)
        if before is not None and at - before.at < EVERY and before.client == client:
            return
        fetch = Fetch(at, client)
        with self._lock:
            self._noted[subscription_id] = self._waiting[subscription_id] = fetch

    def write(self) -> None:
        """Write down what was gathered, in one transaction; what could not be written waits for the next."""
        with self._lock:
            gathered, self._waiting = self._waiting, {}
        if not gathered:
            return
        try:
            self._subscriptions.used(gathered)
        except StoreUnavailable as error:
            log.warning("last use of %d feeds was not noted yet: %s", len(gathered), error)
            with self._lock:
                self._waiting = gathered | self._waiting

"""Leading: this process's place among those that might act, asked for before anything is done."""

from __future__ import annotations

import datetime as dt
import logging

from workflow.app.clock import Clock
from workflow.app.scheduling.lease import Lease

log = logging.getLogger(__name__)

BEAT = dt.timedelta(seconds=10)
"""How old the last sign of life may be before the database is asked again."""


class Leading:
    """Says whether this process leads; one that slept, or lost the database, learns that it was replaced."""

    def __init__(self, lease: Lease, clock: Clock) -> None:
        """Compete for this lease."""
        self._lease = lease
        self._clock = clock
        self._since: dt.datetime | None = None

    def leads(self) -> bool:
        """Tell whether this process may act now; asks the database unless it did so just now."""
        now = self._clock()
        if self._since is not None and dt.timedelta(0) <= now - self._since < BEAT:
            return True
        return self.beat()

    def beat(self) -> bool:
        """Give a sign of life, or take over from whoever gave none; tells whether this process leads."""
        now, led = self._clock(), self._since is not None
        self._since = None  # until the database has said so: a failure to ask is no permission to act
        held = self._lease.take(now)
        if held != led:
            log.info("this process %s", "leads" if held else "was replaced")
        self._since = now if held else None
        return held

    def leave(self) -> None:
        """Let the next one lead at once."""
        self._since = None
        self._lease.give_back()

"""The clock of the year: it stands until it is set."""

from __future__ import annotations

import datetime as dt

A_SECOND = dt.timedelta(seconds=1)


class StandingClock:
    """Gives the same moment until it is set; `tick` lets a second pass between two commands."""

    def __init__(self, moment: dt.datetime) -> None:
        """Begin at a moment (aware, UTC)."""
        self.moment = moment

    def __call__(self) -> dt.datetime:
        """Give the moment."""
        return self.moment

    def set(self, moment: dt.datetime) -> None:
        """Set it, never back: what was recorded cannot come after what is recorded now."""
        self.moment = max(moment, self.moment)

    def tick(self) -> None:
        """Let a second pass."""
        self.moment += A_SECOND

"""What may be waited for."""

from __future__ import annotations

from enum import StrEnum


class WaitingFor(StrEnum):
    """What the ministry, or a meeting with it, still owes us; in the order in which they are listed."""

    DEADLINE = "deadline"
    """A day: the deadline is open, to be set or to be agreed."""
    MEETING_DAY = "meeting_day"
    """The day of a meeting that only has a window, or not even that."""
    CONFIRMATION = "confirmation"
    """That a tentative deadline stands."""
    POSTPONEMENT = "postponement"
    """An answer to a request for another deadline."""
    WRITING = "writing"
    """What was given orally, in writing."""
    ACCEPTANCE = "acceptance"
    """That a delivery is accepted."""
    MINUTES = "minutes"
    """That drafted minutes are approved."""
    DEVIATION = "deviation"
    """What becomes of a deviation that it was told of."""

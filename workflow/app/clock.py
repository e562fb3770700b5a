"""The only place that asks what time it is; everyone else is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from calendars.zone import OSLO

Clock = Callable[[], dt.datetime]


def now() -> dt.datetime:
    """Give this moment, aware and in UTC."""
    return dt.datetime.now(dt.UTC)


def today(clock: Clock) -> dt.date:
    """Give the civil day in Norway at the clock's moment."""
    return clock().astimezone(OSLO).date()

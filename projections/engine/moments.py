"""Times as they come out of a database."""

from __future__ import annotations

import datetime as dt
from typing import overload


@overload
def aware(stored: dt.datetime) -> dt.datetime: ...
@overload
def aware(stored: None) -> None: ...
def aware(stored: dt.datetime | None) -> dt.datetime | None:
    """Give the time in UTC: SQLite keeps no time zone, and what is stored is UTC."""
    if stored is None:
        return None
    return stored.replace(tzinfo=dt.UTC) if stored.tzinfo is None else stored.astimezone(dt.UTC)

"""What the service asks of every series by itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenUpcomingReports:
    """Open the reports of every running series up to and including `through`.

    Without `through` to the end of next year. Repeating it changes nothing.
    """

    through: dt.date | None = None
    by: str

"""What a person may mend: what was written down wrongly, with the reason. The wrong fact stays visible."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectDeadline:
    """Mend a deadline; without `source`, the one it already had says so."""

    duty: UUID
    part: str = ""
    words: str
    reason: str
    source: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectDelivery:
    """Mend a delivery: another day or reference. None says that it was no delivery."""

    duty: UUID
    part: str = ""
    delivered_on: dt.date | None
    reference: str = ""
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectAcceptance:
    """Mend an acceptance: another day or reference. None says that it was none."""

    duty: UUID
    accepted_on: dt.date | None
    reference: str = ""
    reason: str
    by: str

"""What a person may record of the dialogue with the ministry about one duty."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPostponement:
    """Ask the ministry for another deadline; the yes is `PostponeDeadline`."""

    duty: UUID
    part: str = ""
    words: str
    reason: str
    requested_on: dt.date | None = None
    reference: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusePostponement:
    """Say that the ministry answered no."""

    duty: UUID
    part: str = ""
    refused_on: dt.date | None = None
    reason: str = ""
    reference: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InquireDeadline:
    """Say that we asked the ministry when it is due."""

    duty: UUID
    part: str = ""
    inquired_on: dt.date | None = None
    reference: str = ""
    note: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmInWriting:
    """Say where what was given orally has been put in writing: `source` is the case reference."""

    duty: UUID
    source: str
    confirmed_on: dt.date | None = None
    by: str

"""What one calendar entry shows; everything the component text is made from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

Language = Literal["nb", "nn"]
Standing = Literal["given", "in_progress", "delivered", "accepted", "cancelled", "carried_over"]

SHOWN_CANCELLED = dt.timedelta(days=30)
"""How long after its day a cancelled entry stays in a feed, so that every client has seen it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the deadline stands: which kind of source, for which year, its own date, its case number.

    `channel` is a code of the letter («» where the source is no letter); then line or page of the
    text, and the words there.
    """

    channel: str = ""
    year: int | None = None
    dated_on: dt.date | None = None
    reference: str = ""
    line: int | None = None
    page: int | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One publishable deadline or meeting.

    `first_day` and `last_day` (both included) are the STATED day or window, never the working
    date. `starts_at` and `ends_at` are clock times in Europe/Oslo. `created_at` and `changed_at`
    are aware; `changed_at` is when anything that is shown last changed. `shielded` hides every
    word of the source.
    """

    uid: UUID
    is_meeting: bool
    title: str
    part: str
    reference: str
    words: str
    explanation: str
    first_day: dt.date
    last_day: dt.date
    working_date: dt.date | None
    tentative: bool
    firm: bool
    standing: Standing
    sequence: int
    created_at: dt.datetime
    changed_at: dt.datetime
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    delivered_on: dt.date | None = None
    returned: bool = False
    origins: tuple[Origin, ...] = ()
    shielded: bool = False
    url: str = ""
    explanation_nn: str = ""
    """`explanation` in nynorsk; empty where it is the same."""
    place: str = ""
    """Where a meeting is held."""
    deviates: bool = False
    """Whether a deviation is reported that is not over."""

    @property
    def hidden_after(self) -> dt.date | None:
        """The last day a cancelled entry is shown; None for what is not cancelled."""
        return self.last_day + SHOWN_CANCELLED if self.is_cancelled else None

    @property
    def is_cancelled(self) -> bool:
        """Whether it no longer stands here: lapsed, or carried over to the next letter."""
        return self.standing in ("cancelled", "carried_over")

    @property
    def is_window(self) -> bool:
        """Whether the source gives a span of days instead of one."""
        return self.first_day != self.last_day

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do here."""
        return self.is_cancelled or self.standing in ("delivered", "accepted")

    @property
    def is_timed(self) -> bool:
        """Whether it is a meeting with a clock time; a deadline ends with its day."""
        return self.is_meeting and self.starts_at is not None and not self.is_window

    @property
    def is_tentative(self) -> bool:
        """Whether the day may still change: said to be so, or a meeting that only has a window."""
        return self.tentative or (self.is_meeting and self.is_window)

    @property
    def status(self) -> str:
        """The STATUS of RFC 5545 section 3.8.1.11."""
        if self.is_cancelled:
            return "CANCELLED"
        return "TENTATIVE" if self.is_tentative else "CONFIRMED"

"""One part of a duty and its deadline, as the projections tell it to each other's readers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from projections.engine.duty.state import ENDED


@dataclass(frozen=True, slots=True)
class DueRow:
    """One part of a duty, what falls due of it, and whether it is met.

    `first_day` to `due` (both included) is the stated day or window, None where there is none;
    `first_due` is the stated day of the first deadline, `moved` how often it moved; `corrected`
    tells that one was written down wrongly and mended.
    """

    duty: UUID
    part: str
    stream: str
    reference: str
    kind: str
    title: str
    goal: int | None
    state: str
    owner: str
    unit: str
    shielded: bool
    parent: UUID | None
    form: str
    words: str
    anchor: str | None
    rrule: str | None
    first_day: dt.date | None
    due: dt.date | None
    starts_at: dt.time | None
    ends_at: dt.time | None
    working_date: dt.date | None
    first_due: dt.date | None
    moved: int
    corrected: bool
    tentative: bool
    firm: bool
    impossible: bool
    explanation: str
    dropped: bool
    delivered_on: dt.date | None

    @property
    def stands(self) -> bool:
        """Whether the deadline still counts, met or not."""
        return not self.dropped and self.state not in ENDED

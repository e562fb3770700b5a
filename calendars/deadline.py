"""The deadline value: what one phrase of a letter says about when something is due."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class Form(StrEnum):
    """How a deadline is stated; the five forms of `fristvakt read`."""

    DATE = "date"
    WINDOW = "window"
    RRULE = "rrule"
    RELATIVE = "relative"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline as the source states it, and how it was understood.

    `day` is set for `DATE`; `earliest` and `latest` (both included) for `WINDOW`; `rrule`
    (an RFC 5545 section 3.3.10 rule without DTSTART), `first` and `until` for `RRULE`;
    `anchor` for `RELATIVE`. `working_date` is the last working day on or before the stated
    day (or the window's last day); it is never later than stated, and None where the form
    has no single day. An impossible date has `impossible` set and no day at all.
    """

    text: str
    form: Form
    pattern: str
    """Name of the form that read it: a module of `calendars.forms`."""
    day: dt.date | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    rrule: str | None = None
    first: dt.date | None = None
    """First day from which the rule counts (its DTSTART), when the source gives one."""
    until: dt.date | None = None
    """Last day on which the rule may fall, when the source ends it."""
    anchor: str | None = None
    """The words of what a relative deadline hangs on («etatsstyringsmøtene»)."""
    offset: str | None = None
    """How far from the anchor («-P7D» a week before, «P3M» three months after), or how often at least
    («P4Y»); an ISO 8601 duration, None where the source says no amount."""
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    """Clock times in Europe/Oslo, only where the source gives them."""
    working_date: dt.date | None = None
    holidays: str | None = None
    """Edition of the holiday table that `working_date` rests on; None where it was not used."""
    tentative: bool = False
    firm: bool = False
    impossible: bool = False
    explanation: str = ""
    alternatives: tuple[Deadline, ...] = field(default=())
    """Other readings of the same words; a non-empty tuple is a doubt, never resolved here."""

    @property
    def due(self) -> dt.date | None:
        """The stated day by which it is due: the day itself, or the last day of the window."""
        return self.day or self.latest

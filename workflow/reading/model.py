"""The reading: what the program found in a letter, before any person has decided anything."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from calendars.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: 1-based line of the text, page where the format has pages, the words."""

    line: int
    quote: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """One deadline of one duty, with every place that states it.

    Two places that state different deadlines for the same part are two of these, both `disputed`.
    """

    part: str
    """«Del 1», «Utkast», «Tiltak 62»; «» where the duty has no parts."""
    deadline: Deadline
    places: tuple[Place, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person must decide: `code` is stable, `facts` fill the catalogue's sentence.

    `places` hold the quotes that the doubt is about, side by side. A remark (`is_remark`) only
    informs, as when a due day is no working day.
    """

    code: str
    facts: dict[str, str]
    places: tuple[Place, ...]
    is_remark: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """One duty as the letter gives it.

    `key` identifies it in the reading (the reference, else a readable slug), `kind` is one of
    assignment, rd_assignment, report, input, meeting, standing_rule.
    """

    key: str
    reference: str | None
    kind: str
    title: str
    raw_title: str
    goal: int | None
    places: tuple[Place, ...]
    deadlines: tuple[FoundDeadline, ...]
    doubts: tuple[Doubt, ...] = ()
    owed_to: str = ""
    led_by: str = ""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A date-like phrase that became no deadline, and why (`reason` is a stable code)."""

    text: str
    day: dt.date | None
    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """The document that was read: `lines` counts the lines of its text, `pages` its pages or None."""

    name: str
    sha256: str
    year: int
    lines: int
    pages: int | None = None
    dated_on: dt.date | None = None
    sender: str = ""
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found. `phrases` is the number of date-like phrases; each is placed or unplaced."""

    source: SourceDocument
    proposals: tuple[Proposal, ...]
    unplaced: tuple[Unplaced, ...]
    phrases: int
    doubts: tuple[Doubt, ...] = field(default=())
    """Doubts about the letter as a whole (a meeting promised but not in the calendar)."""

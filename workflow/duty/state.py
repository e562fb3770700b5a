"""What a duty remembers: its parts, and every version of each part's deadline."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from events.vocabulary.values import DeadlineFact, Source


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who recorded it, and when: an opaque person id and an aware UTC time."""

    timestamp: dt.datetime
    by: str

    @property
    def fields(self) -> dict[str, object]:
        """The two as the fields of an event."""
        return {"timestamp": self.timestamp, "by": self.by}


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """What a source says about a duty, deadlines apart; what duties and series are begun with."""

    reference: str
    kind: str
    title: str
    source: Source
    raw_title: str = ""
    goal: int | None = None
    owed_to: str = ""
    led_by: str = ""
    given_on: dt.date | None = None
    parent: UUID | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a deadline: what it was set or moved to, by which source, and why.

    `number` counts every deadline the part has had, from 1. A corrected one takes the old one's
    place under a new number: nothing was moved, but what was told of the old one was wrong.
    """

    deadline: DeadlineFact
    source: Source
    recorded_at: dt.datetime
    reason: str = ""
    agreed_on: dt.date | None = None
    number: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for another deadline that waits for an answer."""

    deadline: DeadlineFact
    requested_on: dt.date
    reason: str
    reference: str = ""


@dataclass(slots=True)
class Part:
    """One part of a duty; «» is the whole. The first version of its deadline is never overwritten."""

    name: str
    versions: list[Version] = field(default_factory=list)
    delivered_on: dt.date | None = None
    delivery_reference: str = ""
    delivered_by: str = ""
    returned: tuple[dt.date, str, str] | None = None
    """The latest return: day, reason, reference."""
    asked: Asked | None = None
    refused: tuple[dt.date, str, str] | None = None
    """The latest refusal of another deadline: day, reason, reference."""
    missed: list[int] = field(default_factory=list)
    """The numbers of the deadlines that the clock saw pass."""
    settled: int = 0
    """The number of a deadline that passed while nothing was owed: it is never missed afterwards."""

    @property
    def first(self) -> DeadlineFact | None:
        """The deadline as it was first set."""
        return self.versions[0].deadline if self.versions else None

    @property
    def current(self) -> DeadlineFact | None:
        """The deadline that stands."""
        return self.versions[-1].deadline if self.versions else None

    @property
    def number(self) -> int:
        """The number of the deadline that stands; 0 where there never was one."""
        return self.versions[-1].number if self.versions else 0

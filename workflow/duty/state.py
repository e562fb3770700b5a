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
    """What a source says about a duty, deadlines apart; the fields of `DutyGiven`."""

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
    """One version of a deadline: what it was set or moved to, by which source, and why."""

    deadline: DeadlineFact
    source: Source
    reason: str = ""
    agreed_on: dt.date | None = None


@dataclass(slots=True)
class Part:
    """One part of a duty; «» is the whole. The first version of its deadline is never overwritten."""

    name: str
    versions: list[Version] = field(default_factory=list)
    delivered_on: dt.date | None = None
    delivery_reference: str = ""
    returned: tuple[dt.date, str, str] | None = None
    """The latest return: day, reason, reference."""

    @property
    def first(self) -> DeadlineFact | None:
        """The deadline as it was first set."""
        return self.versions[0].deadline if self.versions else None

    @property
    def current(self) -> DeadlineFact | None:
        """The deadline that stands."""
        return self.versions[-1].deadline if self.versions else None

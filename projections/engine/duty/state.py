"""A duty as its events made it, and its stored form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from pydantic import TypeAdapter

from events.vocabulary.values import DeadlineFact, Source

SERIES = "report-series"


@dataclass(slots=True)
class Version:
    """One deadline of a part: the first one, or what it was moved to, why and by which source."""

    deadline: DeadlineFact
    recorded_at: dt.datetime
    source: Source
    reason: str = ""
    agreed_on: dt.date | None = None


@dataclass(slots=True)
class Part:
    """One part; «» where the duty has no parts. `history` is empty where it never had a deadline."""

    part: str
    history: list[Version] = field(default_factory=list)
    dropped: bool = False
    delivered_on: dt.date | None = None
    delivery_reference: str = ""
    returned: bool = False

    @property
    def first(self) -> DeadlineFact | None:
        """The first deadline, which nothing overwrites."""
        return self.history[0].deadline if self.history else None

    @property
    def current(self) -> DeadlineFact | None:
        """The deadline that counts now."""
        return self.history[-1].deadline if self.history else None


@dataclass(slots=True)
class Duty:
    """One assignment, report, meeting or series. `state` is a code of the lifecycle.

    `version` is that of its last event. A series has its rule as the deadline of its part, and
    `occurrences` counts the reports it has opened, up to `opened_through`.
    """

    id: UUID
    version: int
    stream: str
    reference: str
    kind: str
    title: str
    raw_title: str
    goal: int | None
    owed_to: str
    led_by: str
    parent: UUID | None
    given_on: dt.date | None
    sources: list[Source]
    created_at: dt.datetime
    changed_at: dt.datetime
    state: str = "given"
    owner: str = ""
    unit: str = ""
    shielded: bool = False
    parts: dict[str, Part] = field(default_factory=dict)
    delivered_on: dt.date | None = None
    accepted_on: dt.date | None = None
    withdrawn_on: dt.date | None = None
    withdrawal: str = ""
    """Reason and reference of the withdrawal."""
    opened_through: dt.date | None = None
    occurrences: int = 0

    @property
    def is_series(self) -> bool:
        """Whether it only opens reports, which are duties of their own."""
        return self.stream == SERIES

    @property
    def is_meeting(self) -> bool:
        """Whether it is held rather than delivered."""
        return self.kind == "meeting"


_stored: TypeAdapter[Duty] = TypeAdapter(Duty)


def to_bytes(duty: Duty) -> bytes:
    """Write the duty as JSON, the same bytes for the same facts."""
    return _stored.serializer.to_json(duty, exclude_defaults=True)


def from_bytes(stored: bytes) -> Duty:
    """Read what `to_bytes` wrote."""
    return _stored.validate_json(stored)

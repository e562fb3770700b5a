"""What the register says of one duty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from events.vocabulary.values import DeadlineFact, Mention, Source
from projections.engine.duty.letters import Letter
from projections.engine.duty.state import Duty, Part, Version


@dataclass(frozen=True, slots=True)
class RegisteredSource:
    """A place it comes from: the letter, or another written reference, and the quoted words."""

    letter: Letter | None
    reference: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class RegisteredDeadline:
    """One version of a deadline, and why it replaced the one before."""

    deadline: DeadlineFact
    recorded_at: dt.datetime
    reason: str
    agreed_on: dt.date | None
    source: RegisteredSource


@dataclass(frozen=True, slots=True)
class RegisteredPart:
    """One part with every deadline it has had, the first one first; none where it never had any."""

    part: str
    history: tuple[RegisteredDeadline, ...]
    dropped: bool
    delivered_on: dt.date | None
    delivery_reference: str
    returned: bool

    @property
    def first(self) -> DeadlineFact | None:
        """The first deadline, which nothing overwrites."""
        return self.history[0].deadline if self.history else None

    @property
    def current(self) -> DeadlineFact | None:
        """The deadline that counts now."""
        return self.history[-1].deadline if self.history else None

    @property
    def moved(self) -> int:
        """How many times the deadline was moved."""
        return max(len(self.history) - 1, 0)


@dataclass(frozen=True, slots=True)
class RegisteredDuty:
    """One assignment, report, meeting or series, as it stands. People and units are opaque ids."""

    id: UUID
    stream: str
    reference: str
    kind: str
    title: str
    raw_title: str
    goal: int | None
    owed_to: str
    led_by: str
    state: str
    owner: str
    unit: str
    shielded: bool
    parent: UUID | None
    given_on: dt.date | None
    parts: tuple[RegisteredPart, ...]
    sources: tuple[RegisteredSource, ...]
    accepted_on: dt.date | None
    withdrawn_on: dt.date | None
    withdrawal: str
    opened_through: dt.date | None
    occurrences: int
    created_at: dt.datetime
    changed_at: dt.datetime
    version: int


def registered(duty: Duty, letters: Mapping[UUID, Letter]) -> RegisteredDuty:
    """Give the duty with its sources named."""
    return RegisteredDuty(
        id=duty.id,
        stream=duty.stream,
        reference=duty.reference,
        kind=duty.kind,
        title=duty.title,
        raw_title=duty.raw_title,
        goal=duty.goal,
        owed_to=duty.owed_to,
        led_by=duty.led_by,
        state=duty.state,
        owner=duty.owner,
        unit=duty.unit,
        shielded=duty.shielded,
        parent=duty.parent,
        given_on=duty.given_on,
        parts=tuple(_part(part, letters) for part in duty.parts.values()),
        sources=tuple(_source(source, letters) for source in duty.sources),
        accepted_on=duty.accepted_on,
        withdrawn_on=duty.withdrawn_on,
        withdrawal=duty.withdrawal,
        opened_through=duty.opened_through,
        occurrences=duty.occurrences,
        created_at=duty.created_at,
        changed_at=duty.changed_at,
        version=duty.version,
    )


def _part(part: Part, letters: Mapping[UUID, Letter]) -> RegisteredPart:
    return RegisteredPart(
        part=part.part,
        history=tuple(_deadline(version, letters) for version in part.history),
        dropped=part.dropped,
        delivered_on=part.delivered_on,
        delivery_reference=part.delivery_reference,
        returned=part.returned,
    )


def _deadline(version: Version, letters: Mapping[UUID, Letter]) -> RegisteredDeadline:
    source = _source(version.source, letters)
    return RegisteredDeadline(
        version.deadline, version.recorded_at, version.reason, version.agreed_on, source
    )


def _source(source: Source, letters: Mapping[UUID, Letter]) -> RegisteredSource:
    letter = letters.get(source.letter) if source.letter is not None else None
    return RegisteredSource(letter, source.reference, source.mentions)

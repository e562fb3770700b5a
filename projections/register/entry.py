"""What the register says of one duty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from events.vocabulary.values import DeadlineFact, Mention, Source
from projections.engine.duty.letters import Letter
from projections.engine.duty.state import Asked, Comment, Deviation, Duty, Meeting, Part, Version


@dataclass(frozen=True, slots=True)
class RegisteredSource:
    """A place it comes from: the letter, or another written reference, and the quoted words."""

    letter: Letter | None
    reference: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class RegisteredDeadline:
    """One version of a deadline, and why it replaced the one before."""

    number: int
    """Counts every deadline the part has had; one is missing where it was corrected."""
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
    delivered_by: str
    returned: bool
    asked: Asked | None
    """A request for another deadline that has no answer yet."""
    inquired_on: tuple[dt.date, ...]
    """Every day on which the ministry was asked when it is due."""
    missed: tuple[int, ...]
    """The numbers of the deadlines that passed undelivered."""

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
        """How many times the deadline was moved; correcting it moves nothing."""
        return max(len(self.history) - 1, 0)

    @property
    def is_corrected(self) -> bool:
        """Whether a deadline of it was written down wrongly and mended."""
        return bool(self.history) and self.history[-1].number > len(self.history)


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
    channel: str
    """How it was given, where no letter gave it."""
    orally: bool
    confirmed_on: dt.date | None
    deputy: str
    inquired_on: tuple[dt.date, ...]
    carried_on: dt.date | None
    carried_to: UUID | None
    carried: str
    deviations: tuple[Deviation, ...]
    comments: tuple[Comment, ...]
    meeting: Meeting | None
    """None for what is not a meeting."""

    @property
    def open_deviations(self) -> int:
        """How many deviations of it are not closed."""
        return sum(each.closed_on is None for each in self.deviations)


_AS_IT_IS = frozenset(RegisteredDuty.__slots__) & frozenset(Duty.__slots__) - {
    *("parts", "sources"),
    *("inquired_on", "deviations", "comments"),
}


def registered(duty: Duty, letters: Mapping[UUID, Letter]) -> RegisteredDuty:
    """Give the duty with its sources named."""
    return RegisteredDuty(
        **{name: getattr(duty, name) for name in _AS_IT_IS},
        parts=tuple(_part(part, letters) for part in duty.parts.values()),
        sources=tuple(_source(source, letters) for source in duty.sources),
        inquired_on=tuple(duty.inquired_on),
        deviations=tuple(duty.deviations.values()),
        comments=tuple(duty.comments),
    )


def _part(part: Part, letters: Mapping[UUID, Letter]) -> RegisteredPart:
    return RegisteredPart(
        part=part.part,
        history=tuple(_deadline(version, letters) for version in part.history),
        dropped=part.dropped,
        delivered_on=part.delivered_on,
        delivery_reference=part.delivery_reference,
        delivered_by=part.delivered_by,
        returned=part.returned,
        asked=part.asked,
        inquired_on=tuple(part.inquired_on),
        missed=tuple(part.missed),
    )


def _deadline(version: Version, letters: Mapping[UUID, Letter]) -> RegisteredDeadline:
    source = _source(version.source, letters)
    told = (version.deadline, version.recorded_at, version.reason, version.agreed_on)
    return RegisteredDeadline(version.number, *told, source)


def _source(source: Source, letters: Mapping[UUID, Letter]) -> RegisteredSource:
    letter = letters.get(source.letter) if source.letter is not None else None
    return RegisteredSource(letter, source.reference, source.mentions)

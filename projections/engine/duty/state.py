"""A duty as its events made it, and its stored form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from pydantic import TypeAdapter

from events.vocabulary.values import DeadlineFact, Source

SERIES = "report-series"
ENDED = ("withdrawn", "carried_over")
"""The states in which nothing is owed any more, and nothing was delivered."""


@dataclass(slots=True)
class Version:
    """One deadline of a part: the first one, or what it was moved to, why and by which source."""

    deadline: DeadlineFact
    recorded_at: dt.datetime
    source: Source
    reason: str = ""
    agreed_on: dt.date | None = None
    number: int = 1
    """Counts every deadline the part has had, from 1. A corrected one gets a new number in the old one's
    place: nothing was moved, but whoever was told the wrong day is told again."""


@dataclass(slots=True)
class Asked:
    """A request for another deadline that has no answer yet."""

    deadline: DeadlineFact
    requested_on: dt.date
    reason: str
    reference: str = ""


@dataclass(slots=True)
class Part:
    """One part; «» where the duty has no parts. `history` is empty where it never had a deadline."""

    part: str
    history: list[Version] = field(default_factory=list)
    dropped: bool = False
    delivered_on: dt.date | None = None
    delivery_reference: str = ""
    delivered_by: str = ""
    returned: bool = False
    returned_at: dt.datetime | None = None
    """When it was last recorded that a delivery came back."""
    asked: Asked | None = None
    inquired_on: list[dt.date] = field(default_factory=list)
    """Every day on which the ministry was asked when it is due."""
    missed: list[int] = field(default_factory=list)
    """The numbers of the deadlines that passed undelivered."""

    @property
    def first(self) -> DeadlineFact | None:
        """The first deadline, which nothing overwrites."""
        return self.history[0].deadline if self.history else None

    @property
    def current(self) -> DeadlineFact | None:
        """The deadline that counts now."""
        return self.history[-1].deadline if self.history else None


@dataclass(slots=True)
class Measure:
    """A corrective measure. `version` counts its days from 1; it is open until it is completed or dropped."""

    number: int
    what: str
    who: str
    due: dt.date
    working_date: dt.date
    recorded_at: dt.datetime
    version: int = 1
    completed_on: dt.date | None = None
    result: str = ""
    dropped: str = ""
    """Why it was dropped."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be carried out."""
        return self.completed_on is None and not self.dropped


@dataclass(slots=True)
class Deviation:
    """A deviation of a duty. Opened by the clock where `missed` is a deadline's number, else by a person."""

    id: UUID
    part: str
    discovered_on: dt.date
    reported_at: dt.datetime
    reported_by: str
    missed: int | None = None
    cause: str = ""
    consequence: str = ""
    material: bool = False
    material_since: dt.datetime | None = None
    """When it was recorded as material: the clock of «straks» counts from there."""
    measures: dict[int, Measure] = field(default_factory=dict)
    told_on: dt.date | None = None
    told_how: str = ""
    told_reference: str = ""
    closed_on: dt.date | None = None
    result: str = ""


@dataclass(slots=True)
class Decision:
    """What a meeting decided; `duty` is the assignment that it became."""

    number: int
    text: str
    duty: UUID | None = None


@dataclass(slots=True)
class Attendee:
    """An invited person (opaque id) and the latest answer; needs-action where a change asked anew."""

    person: str
    reply: str = "needs-action"
    replied_at: dt.datetime | None = None
    comment: str = ""
    sequence: int = 0
    """The sequence of the invitation that was answered."""
    asked: int = 0
    """The sequence that last asked for an answer: one to an earlier invitation is stale."""


@dataclass(slots=True)
class Meeting:
    """What only a meeting has. `sequence` is that of the latest invitation or cancellation, 0 for none."""

    place: str = ""
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    agenda: str = ""
    agenda_settled_on: dt.date | None = None
    agenda_reference: str = ""
    minutes_drafted_on: dt.date | None = None
    minutes_reference: str = ""
    decisions: dict[int, Decision] = field(default_factory=dict)
    sequence: int = 0
    invited_at: dt.datetime | None = None
    """When the latest invitation or cancellation was recorded."""
    told: str = ""
    """Day, times and place as those invited were told them last."""
    attendees: dict[str, Attendee] = field(default_factory=dict)
    uninvited: dict[str, int] = field(default_factory=dict)
    """Who was invited and no longer is, and the sequence of the cancellation."""
    uninvited_at: dict[str, dt.datetime] = field(default_factory=dict)
    """When that was recorded."""


@dataclass(slots=True)
class Comment:
    """What a person (opaque id) wrote down."""

    at: dt.datetime
    by: str
    text: str


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
    channel: str = ""
    orally: bool = False
    confirmed_on: dt.date | None = None
    """When what was given orally was put in writing."""
    inquired_on: list[dt.date] = field(default_factory=list)
    """Every day on which the ministry was asked when the whole is due."""
    deputy: str = ""
    owned_since: dt.datetime | None = None
    """When the present owner was recorded."""
    before: str = ""
    """The state before the deviation, or before it ended, to which closing or reopening returns."""
    carried_on: dt.date | None = None
    carried_to: UUID | None = None
    carried: str = ""
    """Reason and reference of the carrying over."""
    deviations: dict[UUID, Deviation] = field(default_factory=dict)
    comments: list[Comment] = field(default_factory=list)
    meeting: Meeting | None = None
    """None for what is not a meeting."""

    @property
    def standing(self) -> str:
        """Where it stands apart from deviations: given or in progress while it is in deviation."""
        return self.before if self.state == "deviation" else self.state

    @property
    def has_ended(self) -> bool:
        """Whether it lapsed or lives on elsewhere, so that nothing is owed any more."""
        return self.state in ENDED

    def hours(self, stated: DeadlineFact) -> tuple[dt.time | None, dt.time | None]:
        """Give the clock times of a day: as a meeting is arranged, else as the source has them."""
        if self.meeting is not None and self.meeting.starts_at is not None:
            return self.meeting.starts_at, self.meeting.ends_at
        return stated.starts_at, stated.ends_at

    def deviates(self, part: str) -> bool:
        """Tell whether a deviation of the part, or of the whole, is open."""
        return any(each.closed_on is None and each.part in (part, "") for each in self.deviations.values())

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

"""The stream of an agency's rules for notices: ladders, lead times, pauses."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import UUID

from events.vocabulary.base import Event, FirstEvent
from events.vocabulary.values import Value


class Rung(Value):
    """One step of a ladder: working days from the deadline (negative before), levels up from the owner."""

    days: int
    levels_up: int = 0


class NoticeRulesBegun(FirstEvent):
    """The agency has rules of its own."""

    TOPIC: ClassVar[str] = "notice-rules.begun"

    agency: str


class LadderSet(Event):
    """From now on these rungs, for a kind of duty («» is every kind) or for one duty; none is silence."""

    TOPIC: ClassVar[str] = "notice-rules.ladder-set"

    kind: str = ""
    duty: UUID | None = None
    rungs: tuple[Rung, ...]


class LadderUnset(Event):
    """The ladder of the kind or duty no longer differs from the default."""

    TOPIC: ClassVar[str] = "notice-rules.ladder-unset"

    kind: str = ""
    duty: UUID | None = None


class LeadTimesSet(Event):
    """Internal lead times, in working days before the deadline, by whom it is to be with."""

    TOPIC: ClassVar[str] = "notice-rules.lead-times-set"

    kind: str = ""
    duty: UUID | None = None
    unit: int
    director: int
    archive: int


class NoticesPaused(Event):
    """No reminders about the duty, or to the person, until a day (that day included); alerts still come."""

    TOPIC: ClassVar[str] = "notice-rules.paused"

    duty: UUID | None = None
    person: str = ""
    until: dt.date
    reason: str


class NoticesResumed(Event):
    """The pause is over."""

    TOPIC: ClassVar[str] = "notice-rules.resumed"

    duty: UUID | None = None
    person: str = ""

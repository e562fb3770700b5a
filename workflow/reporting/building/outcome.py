"""What became of each deadline: one of eight outcomes, by one rule."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from calendars.zone import OSLO
from events.vocabulary import correction
from events.vocabulary import duty as shapes
from projections.engine.duty.state import Part
from workflow.language import N_
from workflow.reporting.history import Followed
from workflow.reporting.model import Trace


class Outcome(StrEnum):
    """What became of a deadline."""

    IN_TIME = "in-time"
    AGREED = "agreed"
    """Delivered in time by a deadline that had been moved."""
    LATE = "late"
    UNDATED = "undated"
    """Delivered, where no day was set."""
    OPEN = "open"
    OVERDUE = "overdue"
    LAPSED = "lapsed"
    CARRIED = "carried"


NAMES = {
    Outcome.IN_TIME: N_("Delivered in time"),
    Outcome.AGREED: N_("Delivered in time after agreed postponement"),
    Outcome.LATE: N_("Delivered too late"),
    Outcome.UNDATED: N_("Delivered, no date set"),
    Outcome.OPEN: N_("Not delivered, not yet due"),
    Outcome.OVERDUE: N_("Not delivered, overdue"),
    Outcome.LAPSED: N_("Lapsed"),
    Outcome.CARRIED: N_("Carried over to next letter"),
}
DELIVERED = (Outcome.IN_TIME, Outcome.AGREED, Outcome.LATE, Outcome.UNDATED)
STANDING = (Outcome.OPEN, Outcome.OVERDUE)
SHAPES = (
    shapes.DutyGiven,
    shapes.DeadlineSet,
    shapes.DeadlinePostponed,
    shapes.DeadlineDropped,
    correction.DeadlineCorrected,
    shapes.DutyDelivered,
    correction.DeliveryCorrected,
    shapes.DutyReturned,
    shapes.DutyWithdrawn,
    shapes.DutyCarriedOver,
)
"""What the outcome of a deadline rests on."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A part of a duty that was to be delivered, and what became of it."""

    followed: Followed
    part: Part
    outcome: Outcome
    behind: Trace

    @property
    def due(self) -> dt.date | None:
        """The last day by which it was due, as moved."""
        return self.part.current.due if self.part.current else None

    @property
    def first_due(self) -> dt.date | None:
        """The last day by which it was due at first."""
        return self.part.first.due if self.part.first else None

    @property
    def moved(self) -> int:
        """How many times the deadline was moved; correcting it moves nothing."""
        return max(len(self.part.history) - 1, 0)

    @property
    def days(self) -> int | None:
        """Calendar days from the deadline that counted to the delivery; below zero is early."""
        if self.part.delivered_on is None or self.due is None:
            return None
        return (self.part.delivered_on - self.due).days

    @property
    def lead(self) -> int | None:
        """Calendar days from when the duty was given, or recorded where that is not known, to the delivery.

        None where it is not delivered, or was before we knew of it.
        """
        duty, delivered = self.followed.duty, self.part.delivered_on
        given = duty.given_on or duty.created_at.astimezone(OSLO).date()
        return (delivered - given).days if delivered and delivered >= given else None

    def trace(self) -> Trace:
        """Point to all that the outcome rests on."""
        return self.behind


def owed_of(followed: Followed, today: dt.date) -> tuple[Owed, ...]:
    """Give each part of a duty with its outcome as of `today`; a duty without parts is its own only part."""
    duty = followed.duty
    if duty.is_meeting or duty.is_series:
        return ()
    parts = list(duty.parts.values()) or [Part("", delivered_on=duty.delivered_on)]
    return tuple(
        Owed(followed, part, _outcome(followed, part, today), _behind(followed, part.part)) for part in parts
    )


def _behind(followed: Followed, part: str) -> Trace:
    """Point to what was recorded about the part, and about the whole."""
    about = {"", part}
    found = [position for position, event in followed.events(*SHAPES) if getattr(event, "part", "") in about]
    return Trace(followed.duty.id, followed.label, tuple(found)) if found else followed.trace()


def _outcome(followed: Followed, part: Part, today: dt.date) -> Outcome:
    due = part.current.due if part.current else None
    if part.delivered_on is not None:
        if due is None:
            return Outcome.UNDATED
        if part.delivered_on > due:
            return Outcome.LATE
        return Outcome.AGREED if len(part.history) > 1 else Outcome.IN_TIME
    if followed.duty.state == "carried_over":
        return Outcome.CARRIED
    if followed.duty.state == "withdrawn" or part.dropped:
        return Outcome.LAPSED
    return Outcome.OVERDUE if due is not None and due < today else Outcome.OPEN

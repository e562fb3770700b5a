"""What moving a meeting would do: every dependent date before and after, under a name of its own."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from uuid import UUID

from events.vocabulary.values import DeadlineFact


class Stays(StrEnum):
    """Why a date that hangs on the meeting stays where it is."""

    KEPT = "kept"
    """Left out on request."""
    DELIVERED = "delivered"
    UNCHANGED = "unchanged"
    """It is there already."""


class Caution(StrEnum):
    """What to mind about a new date."""

    PAST = "past"
    NO_WORKING_DAY = "no_working_day"
    FIRM = "firm"


@dataclass(frozen=True, slots=True)
class Moment:
    """A stated day, the working date it means, and for a window its first day; None where there is none."""

    day: dt.date | None = None
    working_date: dt.date | None = None
    first: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """One date of the plan; `stays` is None where it moves. `version` is that of its duty."""

    duty: UUID
    reference: str
    title: str
    part: str
    words: str
    version: int
    before: Moment
    after: Moment
    stays: Stays | None = None
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class MovePlan:
    """The meeting, when its agenda is to be settled, and what hangs on it.

    `id` follows from all that would be written and what it rests on: another plan, another id.
    """

    id: str
    meeting: Shift
    agenda: Shift | None
    """None where the agenda is settled already."""
    dependents: tuple[Shift, ...]

    @property
    def changes(self) -> bool:
        """Tell whether it moves anything."""
        return any(one.stays is None for one in (self.meeting, *self.dependents))


def plan_id(shifts: tuple[Shift, ...], facts: tuple[str, ...]) -> str:
    """Give the name of a plan: the same for the same shifts of the same versions, whenever it is made."""
    told = [{**asdict(one), "cautions": ()} for one in shifts]
    text = json.dumps([told, facts], default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def moment(fact: DeadlineFact | None) -> Moment:
    """Give the day of a deadline."""
    return Moment(fact.due, fact.working_date, fact.earliest) if fact else Moment()

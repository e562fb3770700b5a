"""The rules that hold now: which ladder, which lead times, and who is left in peace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from workflow.notices.ladder import (
    DEADLINES,
    DEFAULT_LEADS,
    MEASURES,
    MEETINGS,
    Ladder,
    LeadTimes,
    before_only,
)

EVERY_KIND = ""
MEASURE = "measure"
"""The ladder of corrective measures, beside those of the kinds of duty."""
MEETING = "meeting"

Scope = tuple[str, UUID | None]
"""A kind of duty («» for every kind), or one duty."""


@dataclass(frozen=True, slots=True)
class Pause:
    """No reminders until a day, that day included, and why."""

    until: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """What the agency has set; where it has set nothing, the defaults of `workflow.notices.ladder`."""

    ladders: Mapping[Scope, Ladder] = field(default_factory=dict)
    leads: Mapping[Scope, LeadTimes] = field(default_factory=dict)
    pauses: Mapping[tuple[UUID | None, str], Pause] = field(default_factory=dict)
    """By duty, or by person."""

    def ladder_of(self, kind: str, duty: UUID | None = None) -> Ladder:
        """Give the ladder of a duty: its own, its kind's, every kind's, or the default."""
        for scope in (("", duty), (kind, None), (EVERY_KIND, None)) if duty else ((kind, None), ("", None)):
            if scope in self.ladders:
                found = self.ladders[scope]
                return before_only(found) if kind == MEETING else found
        return MEETINGS if kind == MEETING else DEADLINES

    def ladder_of_measures(self) -> Ladder:
        """Give the ladder of corrective measures; that of every kind does not reach them."""
        return self.ladders.get((MEASURE, None), MEASURES)

    def leads_of(self, kind: str, duty: UUID | None = None) -> LeadTimes:
        """Give the internal lead times of a duty."""
        for scope in (("", duty), (kind, None)) if duty else ((kind, None),):
            if scope in self.leads:
                return self.leads[scope]
        return self.leads.get((EVERY_KIND, None), DEFAULT_LEADS)

    def pause_of(self, duty: UUID | None, person: str, day: dt.date) -> Pause | None:
        """Give the pause that covers a reminder about the duty to the person on a day."""
        found = (self.pauses.get((duty, "")) if duty else None, self.pauses.get((None, person)))
        return next((each for each in found if each and day <= each.until), None)

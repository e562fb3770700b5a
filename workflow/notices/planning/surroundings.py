"""What a planner knows besides the duty: people, rules, working days, and which days are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from calendars.zone import OSLO
from workflow.directory.line import Line
from workflow.notices.rules.in_force import RulesInForce
from workflow.notices.working_days import WorkingDays, working_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """One moment's picture. Planners give what falls due from `first` to `last`, both included.

    `today` is the civil day on which it is asked: whoever is away is asked for then, or on the
    day of the notice where that comes later.
    """

    line: Line
    today: dt.date
    first: dt.date
    last: dt.date
    rules: RulesInForce = field(default_factory=RulesInForce)
    calendar: WorkingDays = field(default_factory=working_days)
    gaps: Mapping[UUID, int] = field(default_factory=dict)
    """Working days between an occurrence of a series and the one before, by its id."""

    def asks_for(self, day: dt.date) -> bool:
        """Tell whether a day is among those asked for."""
        return self.first <= day <= self.last


def day_of(moment: dt.datetime) -> dt.date:
    """Give the civil day in Norway of a recorded moment."""
    return moment.astimezone(OSLO).date()

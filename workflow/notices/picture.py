"""The surroundings of a moment, read from the directory, the rules and the duties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from calendars.zone import OSLO
from events.store.application import EventStore
from projections.engine.duty.state import Duty
from workflow.directory.directory import Directory
from workflow.notices.gaps import gaps_of
from workflow.notices.planning.surroundings import Surroundings
from workflow.notices.rules.handlers import rules_in_force
from workflow.notices.working_days import working_days


class Picture:
    """Gives surroundings. With `joint_holiday` nothing is planned back into the fellesferie."""

    def __init__(
        self, store: EventStore, directory: Directory, agency: str, joint_holiday: bool = True
    ) -> None:
        """Read from this store and directory."""
        self._store = store
        self._directory = directory
        self._agency = agency
        self._calendar = working_days(joint_holiday)

    def at(
        self,
        now: dt.datetime,
        duties: Iterable[Duty] = (),
        first: dt.date | None = None,
        last: dt.date | None = None,
    ) -> Surroundings:
        """Give the surroundings of a moment, of the day itself unless other days are asked for.

        `duties` are those among which the occurrences of series stand.
        """
        today = now.astimezone(OSLO).date()
        return Surroundings(
            line=self._directory.line(),
            today=today,
            first=first or today,
            last=last or today,
            rules=rules_in_force(self._store, self._agency),
            calendar=self._calendar,
            gaps=gaps_of(duties, self._calendar),
        )

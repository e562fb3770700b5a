"""Who is in the directory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

ROLES = ("reader", "contributor", "manager", "controller", "administrator", "auditor", "ministry")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; `parent` is a unit's id and `manager` a person's, «» where there is none."""

    id: str
    name: str
    parent: str = ""
    manager: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `unit`, `manager` and `deputy` are ids, «» where there is none.

    `language` is one of MAIL_LANGUAGES. `digest_day` is an ISO weekday, 1 (Monday) to 5, and
    `digest_hour` 0 to 23; None is the agency's own. Quiet hours are clock times in Norway, both
    or none; where `quiet_from` is the later one, they last over midnight.
    """

    id: str
    name: str
    email: str
    unit: str = ""
    manager: str = ""
    role: str = "contributor"
    language: str = "nb"
    deputy: str = ""
    digest_day: int | None = None
    digest_hour: int | None = None
    digest_off: bool = False
    quiet_from: dt.time | None = None
    quiet_to: dt.time | None = None

    @property
    def has_quiet_hours(self) -> bool:
        """Whether there are hours in which the person gets no mail but alerts."""
        return self.quiet_from is not None and self.quiet_to is not None


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which a person is away, both ends included; `deputy` is a person's id or «»."""

    person: str
    first: dt.date
    last: dt.date
    deputy: str = ""

    def covers(self, day: dt.date) -> bool:
        """Tell whether the person is away that day."""
        return self.first <= day <= self.last

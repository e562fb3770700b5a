"""Who answers to whom, and who is there, on any day of the year; by the staff as it was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.simulation.staff import Member, Staff


@dataclass(frozen=True, slots=True)
class Office:
    """The staff by the ids that the directory gave them; `left` says when somebody was erased."""

    staff: Staff
    ids: Mapping[str, str]
    """Id → e-mail address."""
    units: Mapping[str, str]
    """Id → name."""
    left: Mapping[str, dt.datetime]

    def member(self, person: str) -> Member | None:
        """Give who has the id."""
        email = self.ids.get(person)
        return self.staff.by_email(email) if email else None

    def id_of(self, member: Member) -> str:
        """Give the id of a member."""
        return next(person for person, email in self.ids.items() if email == member.email)

    def is_there(self, person: str, at: dt.datetime) -> bool:
        """Tell whether somebody still works there at a moment."""
        return person in self.ids and not (person in self.left and self.left[person] <= at)

    def is_present(self, person: str, at: dt.datetime, day: dt.date) -> bool:
        """Tell whether somebody works there and is not away on the day."""
        member = self.member(person)
        if member is None or not self.is_there(person, at):
            return False
        return not any(away.first <= day <= away.last for away in member.away)

    def above(self, person: str) -> str:
        """Give who a person answers to, «» for the director."""
        member = self.member(person)
        return self.id_of(self.staff.by_email(member.manager)) if member and member.manager else ""

    def manager_of(self, unit: str) -> str:
        """Give the manager of a unit, by the id of the unit; the director for one that has none."""
        name = self.units.get(unit, "")
        managers = [one for one in self.staff.managers if one.unit == name]
        return self.id_of(managers[0] if managers else self.staff.director)

    def controllers(self, at: dt.datetime) -> list[str]:
        """Give the controllers who work there at a moment."""
        found = [self.id_of(member) for member in self.staff.controllers]
        return [person for person in found if self.is_there(person, at)]

    def reader(self, person: str, at: dt.datetime, day: dt.date, deputy: str = "") -> str:
        """Give who reads what is meant for a person on a day: themselves, a deputy, or the level above.

        Where nobody of these is there, it waits for the person.
        """
        meant, seen = person, set[str]()
        while person and person not in seen:
            seen.add(person)
            if self.is_present(person, at, day):
                return person
            for stand_in in (deputy, *self._deputies(person, day)):
                if stand_in and stand_in != person and self.is_present(stand_in, at, day):
                    return stand_in
            person, deputy = self.above(person), ""
        return meant

    def _deputies(self, person: str, day: dt.date) -> list[str]:
        member = self.member(person)
        if member is None:
            return []
        away = [one.deputy for one in member.away if one.first <= day <= one.last]
        return [self.id_of(self.staff.by_email(email)) for email in (*away, member.deputy) if email]

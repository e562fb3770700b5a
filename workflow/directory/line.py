"""The org line: who stands above whom, and who stands in for whom, over one reading of the directory."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from workflow.directory.people import Absence, Person, Unit

OUTSIDERS = ("ministry",)
"""Roles that are in the directory, but in nobody's line: nothing escalates out of the agency."""


class Line:
    """Answers for one moment; ids that are unknown or erased have nobody above them and no address."""

    def __init__(
        self, people: Iterable[Person], units: Iterable[Unit] = (), absences: Iterable[Absence] = ()
    ) -> None:
        """Take a snapshot of the directory."""
        self.people = {one.id: one for one in people}
        self.units = {one.id: one for one in units}
        self._absences: dict[str, list[Absence]] = defaultdict(list)
        for each in sorted(absences, key=lambda one: (one.first, one.last)):
            self._absences[each.person].append(each)
        self._chains: dict[str, tuple[str, ...]] = {}

    def above(self, person: str, levels: int = 1) -> str:
        """Give who stands so many levels above a person, at most the director; «» where nobody does."""
        chain = self.chain(person)[: max(levels, 0)]
        return chain[-1] if chain else ""

    def chain(self, person: str) -> tuple[str, ...]:
        """Give everyone above a person, nearest first, ending at the director."""
        if person not in self._chains:
            chain = self._climb(person)
            end = self.director()
            self._chains[person] = chain[: chain.index(end) + 1] if end in chain else chain
        return () if person == self.director() else self._chains[person]

    def director(self) -> str:
        """Give the top: the person at whom most people's lines end; «» where nobody has a manager."""
        return self._director

    def controllers(self) -> tuple[str, ...]:
        """Give every controller, by name."""
        return self._controllers

    def manager_of_unit(self, unit: str) -> str:
        """Give the manager of a unit, or of the nearest unit above it that has one; «» for none."""
        return self._managing(unit, besides="")

    def stand_in(self, person: str, day: dt.date, duty_deputy: str = "") -> str:
        """Give who stands in for an absent person that day; «» where nobody who is there themselves does.

        The duty's own deputy comes first, then the one named for the absence, then the person's.
        """
        away = [each.deputy for each in self._absences.get(person, ()) if each.covers(day)]
        usual = self.people[person].deputy if person in self.people else ""
        for deputy in (duty_deputy, *away, usual):
            if deputy in self.people and deputy != person and not self.is_absent(deputy, day):
                return deputy
        return ""

    def is_absent(self, person: str, day: dt.date) -> bool:
        """Tell whether a person is away that day."""
        return any(each.covers(day) for each in self._absences.get(person, ()))

    def address(self, person: str) -> str:
        """Give a person's e-mail address; «» for who is not in the directory (any more)."""
        return self.people[person].email if person in self.people else ""

    def _climb(self, person: str) -> tuple[str, ...]:
        """Give everyone above; who stands above themselves ends the line."""
        seen = [person]
        while (above := self._next(seen[-1])) and above not in seen:
            seen.append(above)
        return tuple(seen[1:])

    def _next(self, person: str) -> str:
        """Give who stands right above a person."""
        one = self.people.get(person)
        if one is None:
            return ""
        if one.manager != person and self._leads(one.manager):
            return one.manager
        return self._managing(one.unit, besides=person)

    def _managing(self, unit: str, besides: str) -> str:
        """Give the manager of the unit or the nearest one above, passing over one person."""
        seen: set[str] = set()
        while unit in self.units and unit not in seen:
            seen.add(unit)
            manager = self.units[unit].manager
            if manager != besides and self._leads(manager):
                return manager
            unit = self.units[unit].parent
        return ""

    def _leads(self, person: str) -> bool:
        return person in self.people and self.people[person].role not in OUTSIDERS

    @cached_property
    def _controllers(self) -> tuple[str, ...]:
        found = [one for one in self.people.values() if one.role == "controller"]
        return tuple(one.id for one in sorted(found, key=lambda one: (one.name, one.id)))

    @cached_property
    def _director(self) -> str:
        ends = Counter(chain[-1] for chain in map(self._climb, self.people) if chain)
        return min(ends, key=lambda one: (-ends[one], one), default="")

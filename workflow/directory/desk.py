"""Checks lists against each other and against who is known, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from workflow.directory.columns import (
    ABSENT_FROM,
    ABSENT_TO,
    DEPUTY,
    EMAIL,
    LANGUAGE,
    LANGUAGE_WORDS,
    MANAGER,
    NAME,
    PARENT,
    ROLE,
    ROLE_WORDS,
    UNIT,
    day_of,
)
from workflow.directory.listing import Listing, Problem, Row
from workflow.directory.people import ROLES, Absence, Person, Unit
from workflow.language import MAIL_LANGUAGES, N_

NewId = Callable[[], str]

_BAD_EMAIL = N_("{file}, row {line}: «{value}» is not an e-mail address.")
_NO_NAME = N_("{file}, row {line}: the name is missing.")
_TWICE = N_("{file}, row {line}: «{value}» stands in the list twice.")
_BAD_ROLE = N_("{file}, row {line}: «{value}» is not a role. Choose one of: {choices}.")
_BAD_LANGUAGE = N_("{file}, row {line}: «{value}» is not a language. Choose one of: {choices}.")
_NO_UNIT = N_("{file}, row {line}: there is no unit «{value}».")
_NO_MANAGER = N_("{file}, row {line}: nobody has the e-mail address «{value}».")
_NO_SUCH_NAME = N_("{file}, row {line}: «{value}» is not the name of one person. Write the e-mail address.")
_CIRCLE = N_("{file}, row {line}: «{value}» cannot stand below itself.")
_OWN_MANAGER = N_("{file}, row {line}: «{value}» cannot be above themselves.")
_OWN_DEPUTY = N_("{file}, row {line}: «{value}» cannot be their own deputy.")
_BAD_DAY = N_("{file}, row {line}: «{value}» is not a day. Write it like this: 06.07.2026.")
_BAD_ABSENCE = N_("{file}, row {line}: an absence needs a first day and a last one that is not before it.")


class Desk:
    """Takes rows into units, people and absences, and keeps every problem with its list."""

    def __init__(
        self, people: Iterable[Person], units: Iterable[Unit], new_id: NewId, *, strict: bool
    ) -> None:
        """Begin with who and what is known; when `strict`, nobody may name a unit that is not."""
        self.people = {one.email: one for one in people}
        self.units = {one.name.casefold(): one for one in units}
        self.absences: dict[tuple[str, str], Absence] = {}
        self.problems: list[tuple[Listing, Problem]] = []
        self._new_id = new_id
        self._strict = strict

    def take(self, people: Listing, units: Listing) -> None:
        """Take both lists: first who there is, and then whom they point to."""
        self.problems = [(each, problem) for each in (units, people) for problem in each.problems]
        self._take_units(units)
        self._take_people(people)
        self._link(people, units)

    def _take_units(self, units: Listing) -> None:
        seen: set[str] = set()
        for row in units.rows:
            name, key = row[UNIT], row[UNIT].casefold()
            if not name:
                self._wrong(units, row, _NO_NAME)
            elif key in seen:
                self._wrong(units, row, _TWICE, value=name)
            else:
                known = self.units.get(key)
                self.units[key] = replace(known, name=name) if known else Unit(self._new_id(), name)
            seen.add(key)

    def _take_people(self, people: Listing) -> None:
        seen: set[str] = set()
        for row in people.rows:
            email = row[EMAIL].lower()
            if email and email in seen:
                self._wrong(people, row, _TWICE, value=email)
            elif self._is_sound(people, row, email):
                self._take_person(people, row, email)
            seen.add(email)

    def _is_sound(self, people: Listing, row: Row, email: str) -> bool:
        before = len(self.problems)
        if not row[NAME]:
            self._wrong(people, row, _NO_NAME)
        if not is_email(email):
            self._wrong(people, row, _BAD_EMAIL, value=row[EMAIL])
        self._one_of(_BAD_ROLE, people, row, ROLE, ROLES, ROLE_WORDS)
        self._one_of(_BAD_LANGUAGE, people, row, LANGUAGE, MAIL_LANGUAGES, LANGUAGE_WORDS)
        return len(self.problems) == before

    def _one_of(
        self,
        message: str,
        people: Listing,
        row: Row,
        column: str,
        choices: Iterable[str],
        words: Mapping[str, str],
    ) -> None:
        value = row[column].lower()
        if value and words.get(value, value) not in choices:
            self._wrong(people, row, message, value=row[column], choices=", ".join(choices))

    def _take_person(self, people: Listing, row: Row, email: str) -> None:
        known = self.people.get(email) or Person(self._new_id(), row[NAME], email)
        role, spoken = row[ROLE].lower(), row[LANGUAGE].lower()
        self.people[email] = replace(
            known,
            name=row[NAME],
            unit=self._unit_id(people, row) if UNIT in row.cells else known.unit,
            role=ROLE_WORDS.get(role, role) or known.role,
            language=LANGUAGE_WORDS.get(spoken, spoken) or known.language,
        )

    def _unit_id(self, people: Listing, row: Row) -> str:
        name, key = row[UNIT], row[UNIT].casefold()
        if name and key not in self.units:
            if self._strict:
                self._wrong(people, row, _NO_UNIT, value=name)
                return ""
            self.units[key] = Unit(self._new_id(), name)
        return self.units[key].id if name else ""

    def _link(self, people: Listing, units: Listing) -> None:
        """Point to managers, parents and deputies, now that everyone is known."""
        for row in units.rows:
            self._link_unit(units, row)
        for row in people.rows:
            self._link_person(people, row)
        self._refuse_circles(people, units)

    def _link_unit(self, units: Listing, row: Row) -> None:
        key = row[UNIT].casefold()
        if key in self.units:
            known = self.units[key]
            self.units[key] = replace(
                known,
                parent=self._parent(units, row) if PARENT in row.cells else known.parent,
                manager=self._someone(units, row, MANAGER) if MANAGER in row.cells else known.manager,
            )

    def _link_person(self, people: Listing, row: Row) -> None:
        known = self.people.get(row[EMAIL].lower())
        if known is None:
            return
        manager = self._someone(people, row, MANAGER) if MANAGER in row.cells else known.manager
        deputy = self._someone(people, row, DEPUTY) if DEPUTY in row.cells else known.deputy
        if deputy == known.id:
            self._wrong(people, row, _OWN_DEPUTY, value=known.name)
        self.people[known.email] = replace(known, manager=manager, deputy=deputy)
        if row[ABSENT_FROM] or row[ABSENT_TO]:
            self._take_absence(people, row, known.id)

    def _take_absence(self, people: Listing, row: Row, person: str) -> None:
        first, last = day_of(row[ABSENT_FROM]), day_of(row[ABSENT_TO])
        for text, day in ((row[ABSENT_FROM], first), (row[ABSENT_TO], last)):
            if text and day is None:
                return self._wrong(people, row, _BAD_DAY, value=text)
        if first is None or last is None or last < first:
            return self._wrong(people, row, _BAD_ABSENCE)
        self.absences[person, first.isoformat()] = Absence(person, first, last)
        return None

    def _parent(self, units: Listing, row: Row) -> str:
        name = row[PARENT]
        if name and name.casefold() not in self.units:
            self._wrong(units, row, _NO_UNIT, value=name)
        return self.units[name.casefold()].id if name.casefold() in self.units else ""

    def _someone(self, place: Listing, row: Row, column: str) -> str:
        """Find who a cell points to: by e-mail address, or by a name that only one has."""
        named = row[column]
        if not named or named.lower() in self.people:
            return self.people[named.lower()].id if named else ""
        found = [one for one in self.people.values() if one.name.casefold() == named.casefold()]
        if len(found) != 1:
            self._wrong(place, row, _NO_MANAGER if "@" in named else _NO_SUCH_NAME, value=named)
            return ""
        return found[0].id

    def _refuse_circles(self, people: Listing, units: Listing) -> None:
        parents = {one.id: one.parent for one in self.units.values()}
        managers = {one.id: one.manager for one in self.people.values()}
        for row in units.rows:
            unit = self.units.get(row[UNIT].casefold())
            if unit and _comes_back(unit.id, parents):
                self._wrong(units, row, _CIRCLE, value=unit.name)
        for row in people.rows:
            person = self.people.get(row[EMAIL].lower())
            if person and _comes_back(person.id, managers):
                self._wrong(people, row, _OWN_MANAGER, value=person.name)

    def _wrong(self, place: Listing, row: Row, message: str, **facts: object) -> None:
        self.problems.append((place, Problem(message, {"line": row.line, **facts})))


def is_email(text: str) -> bool:
    """Tell whether a text can be an address for mail."""
    name, at, domain = text.partition("@")
    marks = any(mark.isspace() or mark in '<>(),;:"\\@' for mark in name + domain)
    return bool(name and at and "." in domain.strip(".") and not marks)


def _comes_back(start: str, above: Mapping[str, str]) -> bool:
    here, steps = above.get(start, ""), 0
    while here and here != start and steps < len(above):
        here, steps = above.get(here, ""), steps + 1
    return here == start

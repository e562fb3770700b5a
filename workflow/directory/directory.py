"""Finds people and units by what a person would call them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, select

from events.store.datastore import Datastore
from workflow.directory.line import Line
from workflow.directory.people import Absence, Person, Unit
from workflow.directory.refusals import AmbiguousName, UnknownPerson, UnknownUnit
from workflow.directory.tables import absence, erased_person, person, unit


class Directory:
    """The people and units of the agency, in the database's present transaction."""

    def __init__(self, datastore: Datastore) -> None:
        """Look things up in this database."""
        self.datastore = datastore

    def people(self) -> list[Person]:
        """List everyone by name."""
        return self._people(person.c.id.is_not(None))

    def units(self) -> list[Unit]:
        """List every unit by name."""
        return self._units(unit.c.id.is_not(None))

    def absences(self) -> list[Absence]:
        """List who is away and when, by first day; also what is past."""
        with self.datastore.reading() as connection:
            rows = connection.execute(select(absence).order_by(absence.c.first, absence.c.person))
            return [_absence(row) for row in rows]

    def erased(self) -> list[str]:
        """List the ids of everyone who was erased."""
        with self.datastore.reading() as connection:
            return list(connection.scalars(select(erased_person.c.id).order_by(erased_person.c.id)))

    def line(self) -> Line:
        """Give the org line as it stands, from one consistent reading."""
        with self.datastore.reading() as connection:
            people = [_person(row) for row in connection.execute(select(person))]
            units = [_unit(row) for row in connection.execute(select(unit))]
            away = [_absence(row) for row in connection.execute(select(absence))]
        return Line(people, units, away)

    def known(self, person_id: str) -> Person | None:
        """Give the person of an id; None for an id of nobody here, such as the service's own name."""
        with self.datastore.single() as connection:
            row = connection.execute(_BY_ID, {"id": person_id}).first()
        return _person(row) if row is not None else None

    def find_person(self, who: str) -> Person:
        """Find one person by id, e-mail address or name; refuses an unknown or an ambiguous name."""
        wanted = who.strip()
        found = self._people(person.c.id == wanted) or self._people(person.c.email == wanted.lower())
        # Not in SQL: the lower() of SQLite knows no Norwegian letters.
        found = found or [one for one in self.people() if one.name.casefold() == wanted.casefold()]
        if not found:
            raise UnknownPerson(who=who)
        if len(found) > 1:
            raise AmbiguousName(who=who, emails=", ".join(one.email for one in found))
        return found[0]

    def find_unit(self, name: str) -> Unit:
        """Find one unit by id or name; refuses an unknown one."""
        wanted = name.strip()
        for one in self.units():
            if wanted == one.id or wanted.casefold() == one.name.casefold():
                return one
        raise UnknownUnit(unit=name)

    def _people(self, which: ColumnElement[bool]) -> list[Person]:
        with self.datastore.reading() as connection:
            rows = connection.execute(select(person).where(which).order_by(person.c.name, person.c.email))
            return [_person(row) for row in rows]

    def _units(self, which: ColumnElement[bool]) -> list[Unit]:
        with self.datastore.reading() as connection:
            rows = connection.execute(select(unit).where(which).order_by(unit.c.name))
            return [_unit(row) for row in rows]


_BY_ID = select(person).where(person.c.id == bindparam("id"))
"""Made once: every command asks who gave it."""


def _person(row: Row[*tuple[Any, ...]]) -> Person:
    return Person(
        id=row.id,
        name=row.name,
        email=row.email,
        unit=row.unit or "",
        manager=row.manager or "",
        role=row.role,
        language=row.language,
        deputy=row.deputy or "",
        digest_day=row.digest_day,
        digest_hour=row.digest_hour,
        digest_off=bool(row.digest_off),
        quiet_from=row.quiet_from,
        quiet_to=row.quiet_to,
    )


def _unit(row: Row[*tuple[Any, ...]]) -> Unit:
    return Unit(row.id, row.name, row.parent or "", row.manager or "")


def _absence(row: Row[*tuple[Any, ...]]) -> Absence:
    return Absence(row.person, row.first, row.last, row.deputy or "")

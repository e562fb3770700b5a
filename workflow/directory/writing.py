"""Writes people, units and absences as they are given."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, and_, delete, insert, update

from workflow.directory.people import Absence, Person, Unit
from workflow.directory.tables import absence, person, unit


def add_people(connection: Connection, new: Iterable[Person]) -> None:
    """Write the rows of new people."""
    rows = [{"id": one.id, **_person_row(one)} for one in new]
    if rows:
        connection.execute(insert(person), rows)


def put_person(connection: Connection, someone: Person) -> None:
    """Write a known person's row anew."""
    connection.execute(update(person).where(person.c.id == someone.id).values(**_person_row(someone)))


def put_units(connection: Connection, new: Iterable[Unit], changed: Iterable[Unit]) -> None:
    """Write units: every new one before any parent is named, for the foreign key."""
    added = list(new)
    for one in added:
        connection.execute(insert(unit).values(id=one.id, name=one.name))
    for one in (*added, *changed):
        values = {"name": one.name, "parent": one.parent or None, "manager": one.manager or None}
        connection.execute(update(unit).where(unit.c.id == one.id).values(**values))


def put_absence(connection: Connection, away: Absence) -> None:
    """Write an absence; one of the same person with the same first day gives way."""
    remove_absence(connection, away)
    values = {"person": away.person, "first": away.first, "last": away.last, "deputy": away.deputy or None}
    connection.execute(insert(absence).values(**values))


def remove_absence(connection: Connection, away: Absence) -> None:
    """Remove the absence of that person with that first day."""
    same = and_(absence.c.person == away.person, absence.c.first == away.first)
    connection.execute(delete(absence).where(same))


def _person_row(one: Person) -> dict[str, object]:
    return {
        "name": one.name,
        "email": one.email,
        "unit": one.unit or None,
        "manager": one.manager or None,
        "role": one.role,
        "language": one.language,
        "deputy": one.deputy or None,
        "digest_day": one.digest_day,
        "digest_hour": one.digest_hour,
        "digest_off": one.digest_off,
        "quiet_from": one.quiet_from,
        "quiet_to": one.quiet_to,
    }

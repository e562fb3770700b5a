"""Changes one person: what they are called, who stands in, when they are away, and how they get mail."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from events.store.datastore import Datastore
from workflow.directory.desk import is_email
from workflow.directory.directory import Directory
from workflow.directory.people import ROLES, Absence, Person
from workflow.directory.refusals import (
    AboveThemselves,
    BadAddress,
    BadDigestTime,
    EmailTaken,
    EndsBeforeItBegins,
    NoSuchAbsence,
    OwnDeputy,
    QuietAllDay,
)
from workflow.directory.writing import put_absence, put_person, remove_absence
from workflow.language import MAIL_LANGUAGES

WORKING_DAYS = range(1, 6)
"""ISO weekdays on which a digest may come."""


class Changing:
    """Changes to people in one database; every method gives the person as it stands afterwards.

    A person is an id; the callers find it by what people call them.
    """

    def __init__(self, datastore: Datastore) -> None:
        """Change people in this database."""
        self._datastore = datastore
        self._directory = Directory(datastore)

    def person(self, who: str, **to: Any) -> Person:
        """Give other facts: name, email, unit, manager (ids), role or language. The id stays."""
        with self._datastore.unit_of_work():
            known = self._directory.find_person(who)
            changed = replace(known, **to)
            changed = replace(changed, email=changed.email.strip().lower())
            self._check(known, changed)
            return self._put(changed)

    def deputy(self, who: str, deputy: str) -> Person:
        """Name who stands in whenever the person is away; «» for nobody."""
        if deputy == who:
            raise OwnDeputy(person=self._directory.find_person(who).name)
        return self._with(who, deputy=deputy)

    def digest(self, who: str, day: int | None, hour: int | None, *, off: bool = False) -> Person:
        """Choose the ISO weekday and hour of the digest, None for the agency's own, or none at all."""
        if (day is not None and day not in WORKING_DAYS) or (hour is not None and hour not in range(24)):
            raise BadDigestTime
        return self._with(who, digest_day=day, digest_hour=hour, digest_off=off)

    def quiet(self, who: str, first: dt.time | None, last: dt.time | None) -> Person:
        """Choose the hours without mail, from one clock time to the other, also over midnight."""
        if first is not None and first == last:
            raise QuietAllDay
        return self._with(who, quiet_from=first, quiet_to=last)

    def absent(self, away: Absence) -> None:
        """Note that a person is away; one with the same first day gives way."""
        if away.last < away.first:
            raise EndsBeforeItBegins(first=away.first, last=away.last)
        if away.deputy == away.person:
            raise OwnDeputy(person=self._directory.find_person(away.person).name)
        with self._datastore.unit_of_work() as connection:
            put_absence(connection, away)

    def back(self, who: str, first: dt.date) -> None:
        """Take an absence away, by its first day."""
        with self._datastore.unit_of_work() as connection:
            known = [one for one in self._directory.absences() if (one.person, one.first) == (who, first)]
            if not known:
                raise NoSuchAbsence(person=self._directory.find_person(who).name, first=first)
            remove_absence(connection, known[0])

    def _with(self, who: str, **to: Any) -> Person:
        with self._datastore.unit_of_work():
            return self._put(replace(self._directory.find_person(who), **to))

    def _put(self, changed: Person) -> Person:
        with self._datastore.unit_of_work() as connection:
            put_person(connection, changed)
        return changed

    def _check(self, known: Person, changed: Person) -> None:
        assert changed.role in ROLES
        assert changed.language in MAIL_LANGUAGES
        if not is_email(changed.email):
            raise BadAddress(email=changed.email)
        others = [one for one in self._directory.people() if one.id != known.id]
        if any(one.email == changed.email for one in others):
            raise EmailTaken(email=changed.email)
        managers = {one.id: one.manager for one in others}
        above, steps = changed.manager, 0
        while above and above != known.id and steps <= len(managers):
            above, steps = managers.get(above, ""), steps + 1
        if above == known.id:
            raise AboveThemselves(person=changed.name)

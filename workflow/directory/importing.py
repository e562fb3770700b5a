"""Takes lists of people and units into the directory, all of them or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, Table, insert, update

from events.store.datastore import Datastore
from workflow.directory.csv_files import Missing, Row, rows_of
from workflow.directory.directory import Directory
from workflow.directory.people import ROLES, Person, Unit
from workflow.directory.refusals import FileNotImported
from workflow.directory.tables import person, unit
from workflow.language import LANGUAGES, N_, translator

NewId = Callable[[], str]

_PEOPLE = N_("The list of people")
_UNITS = N_("The list of units")
_COLUMNS_MISSING = N_("{file}: the first row lacks the column {columns}.")
_EMPTY = N_("{file}: there are no rows.")
_BAD_EMAIL = N_("{file}, row {line}: «{value}» is not an e-mail address.")
_NO_NAME = N_("{file}, row {line}: the name is missing.")
_TWICE = N_("{file}, row {line}: «{value}» stands in the list twice.")
_BAD_ROLE = N_("{file}, row {line}: «{value}» is not a role. Choose one of: {choices}.")
_BAD_LANGUAGE = N_("{file}, row {line}: «{value}» is not a language. Choose one of: {choices}.")
_NO_UNIT = N_("{file}, row {line}: there is no unit «{value}».")
_NO_MANAGER = N_("{file}, row {line}: nobody has the e-mail address «{value}».")
_CIRCLE = N_("{file}, row {line}: «{value}» cannot stand below itself.")


@dataclass(frozen=True, slots=True)
class Imported:
    """How many people and units an import wrote: new ones and changed ones."""

    people: int
    units: int


def import_lists(
    datastore: Datastore,
    new_id: NewId,
    people: bytes | None = None,
    units: bytes | None = None,
    language: str = "nb",
) -> Imported:
    """Import a list of people, of units, or both at once.

    People are recognised by e-mail and units by name: known ones are changed, others are new and
    get an id from `new_id`; nobody is removed. Without a list of units, units that people name
    are made. Raises `FileNotImported` with every error, in the user's `language`.
    """
    with datastore.unit_of_work() as connection:
        desk = _Desk(Directory(datastore), new_id, language)
        unit_rows = desk.rows(_UNITS, units, ("unit",))
        people_rows = desk.rows(_PEOPLE, people, ("name", "email"))
        desk.take_units(unit_rows)
        desk.take_people(people_rows, strict=units is not None)
        desk.link(unit_rows, people_rows)
        if desk.errors:
            raise FileNotImported(errors="\n".join(desk.errors))
        return desk.write(connection)


@dataclass(slots=True)
class _Desk:
    """Checks rows against each other and against who is known, and gathers what is wrong."""

    directory: Directory
    new_id: NewId
    language: str
    errors: list[str] = field(default_factory=list)
    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.units = {one.name.casefold(): one for one in self.directory.units()}
        self.people = {one.email: one for one in self.directory.people()}

    def rows(self, file: str, content: bytes | None, required: tuple[str, ...]) -> list[Row]:
        if content is None:
            return []
        found = rows_of(content, required)
        if isinstance(found, Missing):
            self._wrong(_COLUMNS_MISSING, file, columns=", ".join(found.columns))
            return []
        if not found:
            self._wrong(_EMPTY, file)
        return found

    def take_units(self, rows: list[Row]) -> None:
        seen: set[str] = set()
        for row in rows:
            name = row["unit"]
            key = name.casefold()
            if not name:
                self._wrong(_NO_NAME, _UNITS, line=row.line)
            elif key in seen:
                self._wrong(_TWICE, _UNITS, line=row.line, value=name)
            else:
                known = self.units.get(key)
                self.units[key] = Unit(known.id if known else self.new_id(), name)
            seen.add(key)

    def take_people(self, rows: list[Row], *, strict: bool) -> None:
        seen: set[str] = set()
        for row in rows:
            email = row["email"].lower()
            if email in seen:
                self._wrong(_TWICE, _PEOPLE, line=row.line, value=email)
            elif self._is_sound(row, email):
                self._take_person(row, email, strict=strict)
            seen.add(email)

    def _is_sound(self, row: Row, email: str) -> bool:
        before = len(self.errors)
        if not row["name"]:
            self._wrong(_NO_NAME, _PEOPLE, line=row.line)
        if not _is_email(email):
            self._wrong(_BAD_EMAIL, _PEOPLE, line=row.line, value=row["email"])
        self._one_of(_BAD_ROLE, row, "role", ROLES)
        self._one_of(_BAD_LANGUAGE, row, "language", LANGUAGES)
        return len(self.errors) == before

    def _one_of(self, message: str, row: Row, column: str, choices: Iterable[str]) -> None:
        if row[column] and row[column].lower() not in choices:
            self._wrong(message, _PEOPLE, line=row.line, value=row[column], choices=", ".join(choices))

    def _take_person(self, row: Row, email: str, *, strict: bool) -> None:
        known = self.people.get(email)
        self.people[email] = Person(
            id=known.id if known else self.new_id(),
            name=row["name"],
            email=email,
            unit=self._unit_id(row, strict=strict),
            role=row["role"].lower() or (known.role if known else "contributor"),
            language=row["language"].lower() or (known.language if known else "nb"),
        )

    def _unit_id(self, row: Row, *, strict: bool) -> str:
        name = row["unit"]
        key = name.casefold()
        if not name:
            return ""
        if key not in self.units:
            if strict:
                self._wrong(_NO_UNIT, _PEOPLE, line=row.line, value=name)
                return ""
            self.units[key] = Unit(self.new_id(), name)
        return self.units[key].id

    def link(self, unit_rows: list[Row], people_rows: list[Row]) -> None:
        """Point to managers and parents, now that everyone is known."""
        for row in unit_rows:
            key = row["unit"].casefold()
            if key in self.units:
                parent, manager = self._parent(row), self._manager(_UNITS, row)
                self.units[key] = replace(self.units[key], parent=parent, manager=manager)
        for row in people_rows:
            email = row["email"].lower()
            if email in self.people:
                self.people[email] = replace(self.people[email], manager=self._manager(_PEOPLE, row))
        self._refuse_circles(unit_rows)

    def _parent(self, row: Row) -> str:
        name = row["parent"]
        if name and name.casefold() not in self.units:
            self._wrong(_NO_UNIT, _UNITS, line=row.line, value=name)
        return self.units[name.casefold()].id if name.casefold() in self.units else ""

    def _manager(self, file: str, row: Row) -> str:
        email = row["manager_email"].lower()
        if email and email not in self.people:
            self._wrong(_NO_MANAGER, file, line=row.line, value=email)
        return self.people[email].id if email in self.people else ""

    def _refuse_circles(self, rows: list[Row]) -> None:
        parents = {one.id: one.parent for one in self.units.values()}
        for row in rows:
            start = self.units.get(row["unit"].casefold())
            above, steps = start.parent if start else "", 0
            while start and above and above != start.id and steps < len(parents):
                above, steps = parents.get(above, ""), steps + 1
            if start and above == start.id:
                self._wrong(_CIRCLE, _UNITS, line=row.line, value=start.name)

    def write(self, connection: Connection) -> Imported:
        """Write who and what is new or changed."""
        known_units = {one.id: one for one in self.directory.units()}
        known_people = {one.id: one for one in self.directory.people()}
        units = [one for one in self.units.values() if known_units.get(one.id) != one]
        people = [one for one in self.people.values() if known_people.get(one.id) != one]
        for one in units:  # every unit before any parent is named, for the foreign key
            _put(connection, unit, one.id, {"name": one.name}, new=one.id not in known_units)
        for one in units:
            above = {"parent": one.parent or None, "manager": one.manager or None}
            connection.execute(update(unit).where(unit.c.id == one.id).values(above))
        for someone in people:
            new = someone.id not in known_people
            _put(connection, person, someone.id, _person_row(someone), new=new)
        return Imported(people=len(people), units=len(units))

    def _wrong(self, message: str, file: str, **facts: object) -> None:
        say = translator(self.language).gettext
        self.errors.append(say(message).format(file=say(file), **facts))


def _is_email(text: str) -> bool:
    name, at, domain = text.partition("@")
    return bool(name and at and "." in domain and not any(mark.isspace() for mark in text))


def _put(connection: Connection, table: Table, key: str, values: dict[str, str | None], *, new: bool) -> None:
    if new:
        connection.execute(insert(table).values(id=key, **values))
    else:
        connection.execute(update(table).where(table.c.id == key).values(**values))


def _person_row(one: Person) -> dict[str, str | None]:
    return {
        "name": one.name,
        "email": one.email,
        "unit": one.unit or None,
        "manager": one.manager or None,
        "role": one.role,
        "language": one.language,
    }

"""Takes lists of people and units into the directory, all of them or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from events.store.datastore import Datastore
from workflow.directory.columns import EMAIL, NAME, PEOPLE_COLUMNS, UNIT, UNIT_COLUMNS, key_of
from workflow.directory.csv_files import grid_of
from workflow.directory.desk import Desk, NewId
from workflow.directory.directory import Directory
from workflow.directory.listing import PEOPLE, UNITS, Grid, Listing, listing
from workflow.directory.people import Absence, Person, Unit
from workflow.directory.refusals import FileNotImported
from workflow.directory.writing import add_people, put_absence, put_person, put_units

WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a workbook begins, today's and the old or locked ones; text never does."""
SHEETS_OF_PEOPLE = ("personer", "personar", "people", "ansatte", "tilsette")
SHEETS_OF_UNITS = ("enheter", "einingar", "units")


@dataclass(frozen=True, slots=True)
class Imported:
    """How many people and units an import wrote: new ones and changed ones."""

    people: int
    units: int
    absences: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import writes. `unlisted` are known people whom the list lacks: they stay as they are.

    `passed_over` are headings of the lists that say nothing to us.
    """

    new_people: tuple[Person, ...]
    changed_people: tuple[Person, ...]
    unlisted: tuple[Person, ...]
    new_units: tuple[Unit, ...]
    changed_units: tuple[Unit, ...]
    absences: tuple[Absence, ...]
    passed_over: tuple[str, ...]


def import_lists(
    datastore: Datastore,
    new_id: NewId,
    people: bytes | None = None,
    units: bytes | None = None,
    language: str = "nb",
) -> Imported:
    """Import a list of people, of units, or both at once, each a text file or a workbook.

    People are recognised by e-mail and units by name: known ones are changed, others are new and
    get an id from `new_id`; nobody is removed, and what a list has no column for stays. Without a
    list of units, a workbook's sheet of units is used, or units that people name are made.
    Raises `FileNotImported` with every error, in the user's `language`.
    """
    with datastore.unit_of_work() as connection:
        changes = changes_of(Directory(datastore), new_id, people, units, language)
        put_units(connection, changes.new_units, changes.changed_units)
        add_people(connection, changes.new_people)
        for someone in changes.changed_people:
            put_person(connection, someone)
        for absence in changes.absences:
            put_absence(connection, absence)
    written = len(changes.new_people) + len(changes.changed_people)
    return Imported(written, len(changes.new_units) + len(changes.changed_units), len(changes.absences))


def changes_of(
    directory: Directory,
    new_id: NewId,
    people: bytes | None = None,
    units: bytes | None = None,
    language: str = "nb",
) -> Changes:
    """Tell what importing these lists would write, and write nothing; raises as `import_lists`."""
    people_list, unit_list = _listings(people, units)
    desk = Desk(directory.people(), directory.units(), new_id, strict=bool(unit_list.rows))
    desk.take(people_list, unit_list)
    if desk.problems:
        errors = [place.worded(problem, language) for place, problem in desk.problems]
        raise FileNotImported(errors="\n".join(dict.fromkeys(errors)))
    return _compared(directory, desk, people_list, unit_list)


def _compared(directory: Directory, desk: Desk, people: Listing, units: Listing) -> Changes:
    known_people = {one.id: one for one in directory.people()}
    known_units = {one.id: one for one in directory.units()}
    known_absences = directory.absences()
    listed = {row[EMAIL].lower() for row in people.rows}
    return Changes(
        new_people=tuple(one for one in desk.people.values() if one.id not in known_people),
        changed_people=tuple(
            one for one in desk.people.values() if one.id in known_people and known_people[one.id] != one
        ),
        unlisted=tuple(one for one in desk.people.values() if people.rows and one.email not in listed),
        new_units=tuple(one for one in desk.units.values() if one.id not in known_units),
        changed_units=tuple(
            one for one in desk.units.values() if one.id in known_units and known_units[one.id] != one
        ),
        absences=tuple(_news(desk.absences.values(), known_absences)),
        passed_over=people.passed_over + units.passed_over,
    )


def _news(listed: Iterable[Absence], known: Iterable[Absence]) -> Iterator[Absence]:
    """Pass over absences that are known by their days, whoever stands in for them."""
    days = {(one.person, one.first): one for one in known}
    for one in listed:
        before = days.get((one.person, one.first))
        if before is None:
            yield one
        elif before.last != one.last:
            yield replace(before, last=one.last)


def _listings(people: bytes | None, units: bytes | None) -> tuple[Listing, Listing]:
    people_grids, unit_grids = _grids(people), _grids(units)
    if units is None and len(people_grids) > 1:
        unit_grids = [grid for grid in people_grids if _is_called(grid, SHEETS_OF_UNITS)][:1]
        people_grids = [grid for grid in people_grids if grid not in unit_grids]
    return (
        _listing(people_grids, SHEETS_OF_PEOPLE, PEOPLE, PEOPLE_COLUMNS, (NAME, EMAIL)),
        _listing(unit_grids, SHEETS_OF_UNITS, UNITS, UNIT_COLUMNS, (UNIT,)),
    )


def _listing(
    grids: list[Grid], names: tuple[str, ...], what: str, known: dict[str, str], required: tuple[str, ...]
) -> Listing:
    """Read the sheet that is called so, else the first one."""
    called = [grid for grid in grids if _is_called(grid, names)] or grids
    return listing(called[0], what, known, required) if called else Listing(what)


def _grids(content: bytes | None) -> list[Grid]:
    if content is None:
        return []
    if not content.startswith(WORKBOOK):
        return [grid_of(content)]
    from workflow.directory.excel_files import grids_of  # loaded for workbooks only: it takes its time

    return grids_of(content)


def _is_called(grid: Grid, names: tuple[str, ...]) -> bool:
    return key_of(grid.sheet) in names

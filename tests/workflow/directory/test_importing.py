"""Lists of people and units come in whole or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from events.store.datastore import Datastore
from workflow.directory.directory import Directory
from workflow.directory.importing import Imported, import_lists
from workflow.directory.refusals import AmbiguousName, FileNotImported, UnknownPerson, UnknownUnit

PEOPLE = (
    "name;email;unit;manager_email;role;language\n"
    "Åse Øy;Ase@prove.no;Økonomi;;controller;nn\n"
    "Bo Li;bo@prove.no;Økonomi;ase@prove.no;;\n"
)
UNITS = "unit;parent;manager_email\nØkonomi;Stab;ase@prove.no\nStab;;\n"


def counter() -> Callable[[], str]:
    """Give ids that a test can foresee."""
    ids = iter(range(1000))
    return lambda: f"id-{next(ids)}"


def test_importing_people_and_units_links_them(datastore: Datastore) -> None:
    """Managers, parents and units are found by what the lists call them."""
    assert import_lists(datastore, counter(), PEOPLE.encode(), UNITS.encode()) == Imported(2, 2)
    directory = Directory(datastore)
    boss, bo = directory.find_person("ase@prove.no"), directory.find_person("Bo Li")
    unit, staff = directory.find_unit("økonomi"), directory.find_unit("Stab")
    assert (bo.manager, bo.unit, bo.role, bo.language) == (boss.id, unit.id, "contributor", "nb")
    assert (boss.role, boss.language) == ("controller", "nn")
    assert (unit.parent, unit.manager) == (staff.id, boss.id)


def test_importing_again_changes_nothing(datastore: Datastore) -> None:
    """Who is known keeps the id that events know them by."""
    new_id = counter()
    import_lists(datastore, new_id, PEOPLE.encode(), UNITS.encode())
    before = Directory(datastore).people()
    assert import_lists(datastore, new_id, PEOPLE.encode(), UNITS.encode()) == Imported(0, 0)
    assert Directory(datastore).people() == before


def test_importing_a_changed_row_changes_that_person_only(sqlite_datastore: Datastore) -> None:
    """A new name is the same person; nobody is removed."""
    new_id = counter()
    import_lists(sqlite_datastore, new_id, PEOPLE.encode())
    before = Directory(sqlite_datastore).find_person("bo@prove.no").id
    renamed = b"name;email\nBo Lie;bo@prove.no\n"
    assert import_lists(sqlite_datastore, new_id, renamed) == Imported(1, 0)
    assert Directory(sqlite_datastore).find_person("Bo Lie").id == before
    assert len(Directory(sqlite_datastore).people()) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("divider", [";", ","])
def test_importing_a_list_as_spreadsheets_save_it_reads_the_letters(
    sqlite_datastore: Datastore, encoding: str, divider: str
) -> None:
    """Norwegian letters survive whatever the spreadsheet chose."""
    content = PEOPLE.replace(";", divider).encode(encoding)
    import_lists(sqlite_datastore, counter(), content)
    assert Directory(sqlite_datastore).find_person("åse øy").name == "Åse Øy"


@pytest.mark.parametrize(
    ("people", "units", "said"),
    [
        ("name;email\nA;ikke-epost\n", None, "rad 2: «ikke-epost» er ikke en e-postadresse"),
        ("name;email\n;a@prove.no\n", None, "rad 2: navnet mangler"),
        ("name;email\nA;a@prove.no\n\nB;A@prove.no\n", None, "rad 4: «a@prove.no» står to ganger"),
        ("name;email;role\nA;a@prove.no;sjef\n", None, "rad 2: «sjef» er ikke en rolle"),
        ("name;email;language\nA;a@prove.no;en\n", None, "rad 2: «en» er ikke et språk"),
        ("name;email;manager_email\nA;a@prove.no;x@y.no\n", None, "ingen har e-postadressen «x@y.no»"),
        ("name;email;unit\nA;a@prove.no;Drift\n", "unit\nStab\n", "det finnes ingen enhet «Drift»"),
        ("navn;epost\nA;a@prove.no\n", None, "mangler kolonnen name, email"),
        ("name;email\n", None, "det er ingen rader"),
        ("", None, "mangler kolonnen"),
        (None, "unit;parent\nStab;Ledelse\n", "det finnes ingen enhet «Ledelse»"),
        (None, "unit;parent\nStab;Drift\nDrift;Stab\n", "«Stab» kan ikke ligge under seg selv"),
        (None, "unit\nStab\nstab\n", "«stab» står to ganger"),
        (None, "unit;parent\n;Stab\nStab;\n", "rad 2: navnet mangler"),
    ],
)
def test_importing_a_wrong_list_names_the_row_and_takes_nothing(
    sqlite_datastore: Datastore, people: str | None, units: str | None, said: str
) -> None:
    """A list is imported whole or not at all, and the user is told where it is wrong."""
    given = [None if text is None else text.encode() for text in (people, units)]
    with pytest.raises(FileNotImported) as refused:
        import_lists(sqlite_datastore, counter(), *given)
    assert said in str(refused.value.facts["errors"])
    assert Directory(sqlite_datastore).people() == []
    assert Directory(sqlite_datastore).units() == []


def test_importing_a_wrong_list_names_every_error_in_the_users_language(sqlite_datastore: Datastore) -> None:
    """One look is enough to put the list right."""
    wrong = b"name;email;role\n;x;sjef\n"
    with pytest.raises(FileNotImported) as refused:
        import_lists(sqlite_datastore, counter(), wrong, language="nn")
    assert str(refused.value.facts["errors"]).splitlines() == [
        "Lista over personar, rad 2: namnet manglar.",
        "Lista over personar, rad 2: «x» er ikkje ei e-postadresse.",
        "Lista over personar, rad 2: «sjef» er ikkje ei rolle. Vel ei av: "
        "reader, contributor, manager, controller, administrator, auditor, ministry.",
    ]


def test_finding_nobody_is_refused(sqlite_datastore: Datastore) -> None:
    """A name that is not in the directory names nobody."""
    directory = Directory(sqlite_datastore)
    with pytest.raises(UnknownPerson):
        directory.find_person("Ingen")
    with pytest.raises(UnknownUnit):
        directory.find_unit("Ingen")


def test_finding_a_name_that_two_have_is_refused_with_their_addresses(sqlite_datastore: Datastore) -> None:
    """A person can choose when told among whom."""
    import_lists(sqlite_datastore, counter(), b"name;email\nBo Li;bo1@prove.no\nBo Li;bo2@prove.no\n")
    with pytest.raises(AmbiguousName) as refused:
        Directory(sqlite_datastore).find_person("bo li")
    assert refused.value.facts["emails"] == "bo1@prove.no, bo2@prove.no"
    assert Directory(sqlite_datastore).find_person("bo2@prove.no").name == "Bo Li"

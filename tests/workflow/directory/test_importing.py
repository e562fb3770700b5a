"""Lists of people and units come in whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from events.store.datastore import Datastore
from workflow.directory.changing import Changing
from workflow.directory.directory import Directory
from workflow.directory.importing import Imported, changes_of, import_lists
from workflow.directory.people import Absence
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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("divider", [";", ",", "\t"])
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
        ("name;email;language\nA;a@prove.no;sv\n", None, "rad 2: «sv» er ikke et språk"),
        ("name;email;manager_email\nA;a@prove.no;x@y.no\n", None, "ingen har e-postadressen «x@y.no»"),
        ("name;email;unit\nA;a@prove.no;Drift\n", "unit\nStab\n", "det finnes ingen enhet «Drift»"),
        ("hva;hvor\nA;a@prove.no\n", None, "mangler kolonnen navn, e-post"),
        ("navn;name;e-post\nA;B;a@prove.no\n", None, "flere kolonner er navn"),
        ("name;email;manager_email\nA;a@prove.no;B\n", None, "«B» er ikke navnet på én person"),
        ("name;email;deputy\nA;a@prove.no;A\n", None, "«A» kan ikke være sin egen stedfortreder"),
        ("name;email;leder\nA;a@prove.no;B\nB;b@prove.no;A\n", None, "rad 3: «B» kan ikke stå over seg"),
        ("name;email;fravær fra\nA;a@prove.no;i sommer\n", None, "«i sommer» er ikke en dag"),
        ("name;email;fravær fra\nA;a@prove.no;6.7.2026\n", None, "et fravær må ha en første dag og en siste"),
        ('name;email\nA;a@prove.no\n"B;b@prove.no\n', None, "rad 3: raden kan ikke leses"),
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


HEADINGS = (
    (
        "Navn;E-post;Enhet;Nærmeste leder;Rolle;Språk;Stedfortreder;Fravær fra;Fravær til",
        "bidragsyter",
        "bokmål",
    ),
    (
        "Namn;E-postadresse;Eining;Leiar;Rolle;Målform;Stadfortredar;Fråvær frå;Fråvær til",
        "bidragsytar",
        "nb",
    ),
    (
        "name;email;unit;manager_email;role;language;deputy_email;absent_from;absent_to",
        "contributor",
        "nb",
    ),
)


@pytest.mark.parametrize(("headings", "role", "spoken"), HEADINGS)
def test_importing_with_headings_in_any_language_takes_every_column(
    sqlite_datastore: Datastore, headings: str, role: str, spoken: str
) -> None:
    """Lists come as people write them: managers and deputies by name or address, days as Norwegians do."""
    bo_li = f"Bo Li;bo@prove.no;Drift;Åse Øy;{role};{spoken};ase@prove.no;06.07.2026;2026-07-31"
    content = f"{headings}\n{bo_li}\nÅse Øy;ase@prove.no\n".encode()
    assert import_lists(sqlite_datastore, counter(), content) == Imported(2, 1, 1)
    directory = Directory(sqlite_datastore)
    bo, ase = directory.find_person("Bo Li"), directory.find_person("Åse Øy")
    assert (bo.manager, bo.deputy, bo.role, bo.language) == (ase.id, ase.id, "contributor", "nb")
    assert directory.absences() == [Absence(bo.id, dt.date(2026, 7, 6), dt.date(2026, 7, 31))]


def test_importing_a_list_without_a_column_leaves_what_is_known(sqlite_datastore: Datastore) -> None:
    """A telephone list takes nobody's manager or unit away."""
    import_lists(sqlite_datastore, counter(), PEOPLE.encode(), UNITS.encode())
    before = Directory(sqlite_datastore).find_person("bo@prove.no")
    assert import_lists(
        sqlite_datastore, counter(), b"navn;e-post;telefon\nBo Li;bo@prove.no;1\n"
    ) == Imported(0, 0)
    assert Directory(sqlite_datastore).find_person("bo@prove.no") == before


def test_looking_at_what_an_import_would_change_writes_nothing(sqlite_datastore: Datastore) -> None:
    """New, changed and missing people are told before anything happens, and what is passed over."""
    import_lists(sqlite_datastore, counter(), PEOPLE.encode(), UNITS.encode())
    directory = Directory(sqlite_datastore)
    before = directory.people()
    again = b"navn;e-post;telefon\nBo Lie;bo@prove.no;1\nNy Her;ny@prove.no;2\n"
    changes = changes_of(directory, counter(), again)
    assert [one.name for one in changes.new_people] == ["Ny Her"]
    assert [one.name for one in changes.changed_people] == ["Bo Lie"]
    assert [one.name for one in changes.unlisted] == ["Åse Øy"]
    assert changes.passed_over == ("telefon",)
    assert directory.people() == before


def test_importing_an_absence_again_keeps_who_was_named_for_it(sqlite_datastore: Datastore) -> None:
    """What somebody arranged on the command line outlives the next list."""
    rows = b"name;email;absent_from;absent_to\nBo;bo@prove.no;2026-07-06;2026-07-10\nLi;li@prove.no;;\n"
    import_lists(sqlite_datastore, counter(), rows)
    directory = Directory(sqlite_datastore)
    bo, li = directory.find_person("Bo").id, directory.find_person("Li").id
    Changing(sqlite_datastore).absent(Absence(bo, dt.date(2026, 7, 6), dt.date(2026, 7, 10), li))
    longer = rows.replace(b"2026-07-10", b"2026-07-17")
    assert import_lists(sqlite_datastore, counter(), rows).absences == 0
    assert import_lists(sqlite_datastore, counter(), longer).absences == 1
    assert directory.absences() == [Absence(bo, dt.date(2026, 7, 6), dt.date(2026, 7, 17), li)]


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

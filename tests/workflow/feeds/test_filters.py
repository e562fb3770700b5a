from __future__ import annotations

import pytest

from events.store.datastore import Datastore
from projections.feeds.selection import FeedFilter
from workflow.directory.directory import Directory
from workflow.directory.importing import import_lists
from workflow.directory.people import Person
from workflow.directory.refusals import UnknownUnit
from workflow.feeds.filters import Chosen, chosen
from workflow.feeds.refusals import FilterUnclear, UnitUnknown

PEOPLE = "name;email;unit\nKari Nes;kari@prove.example;Økonomi\n"
KARI = Person("p-1", "Kari Nes", "kari@prove.example", "u-1")


@pytest.fixture
def directory(sqlite_datastore: Datastore) -> Directory:
    """Give a directory with one person in one unit."""
    ids = iter(range(9))
    import_lists(sqlite_datastore, lambda: f"id-{next(ids)}", PEOPLE.encode())
    return Directory(sqlite_datastore)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("", Chosen()),
        ("alle", Chosen()),
        ("all", Chosen()),
        ("mine", Chosen(mine=True)),
        ("min-enhet", Chosen(my_unit=True)),
        ("mi-eining", Chosen(my_unit=True)),
        ("mål:2", Chosen(goal=2)),
        ("Rapporter", Chosen(group="reports")),
        ("rapportar", Chosen(group="reports")),
        ("oppdrag", Chosen(group="assignments")),
        (" mine , goal:3,meetings,", Chosen(mine=True, goal=3, group="meetings")),
    ],
)
def test_choosing_in_either_language_gives_the_same(directory: Directory, words: str, what: Chosen) -> None:
    """What is shown is written in Norwegian or English; what is given must all hold."""
    assert chosen(words, directory) == what


def test_choosing_a_unit_finds_it_by_name(directory: Directory) -> None:
    """A unit is named as people name it, and kept by its id."""
    (unit,) = directory.units()
    assert chosen("enhet:økonomi,rapporter", directory) == Chosen(unit=unit.id, group="reports")


@pytest.mark.parametrize("words", ["alt", "mål:to", "mål:", "goal:²", "mine:Kari", "rapporter;møter"])
def test_choosing_what_is_no_filter_is_refused(directory: Directory, words: str) -> None:
    """A misspelt filter never becomes «everything»."""
    with pytest.raises(FilterUnclear):
        chosen(words, directory)


def test_choosing_an_unknown_unit_is_refused(directory: Directory) -> None:
    """A misspelt unit never becomes an empty calendar."""
    with pytest.raises(UnknownUnit):
        chosen("enhet:Ukjent", directory)


def test_showing_to_an_owner_fills_in_who_and_where() -> None:
    """«mine» and «my unit» are the owner's, today."""
    found = Chosen(mine=True, my_unit=True, goal=2, group="reports").shown_to(KARI)
    assert found == FeedFilter(owner="p-1", unit="u-1", goal=2, group="reports")
    with pytest.raises(UnitUnknown):
        Chosen(my_unit=True).shown_to(Person("p-2", "Ola", "ola@prove.example"))

"""Erasing a person: no byte of name or address is left, and the trail stands."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert, select, text

from events.store.datastore import Datastore
from events.store.schema import metadata
from tests.workflow.directory.test_changing import JULY_6, JULY_10, staffed
from workflow.directory.changing import Changing
from workflow.directory.directory import Directory
from workflow.directory.erasing import erase, traces
from workflow.directory.people import Absence
from workflow.directory.refusals import UnknownPerson
from workflow.feeds.filters import Chosen
from workflow.feeds.subscriptions import Fetch, Subscription, Subscriptions
from workflow.notices.tables import mail

NOW = dt.datetime(2026, 7, 1, 8, tzinfo=dt.UTC)
TRACES = ("Åse", "Øy", "ase@", "Aase Gammelnavn", "gammel@prove.no", "Thunderbird")


def known_everywhere(datastore: Datastore) -> tuple[str, str, str]:
    """Let a manager be named wherever a person can be; give her id, another's, and her feed's token."""
    changing, ase, bo = staffed(datastore)
    changing.person(ase, name="Aase Gammelnavn", email="gammel@prove.no")
    changing.person(ase, name="Åse Øy", email="ase@prove.no")
    changing.deputy(bo, ase)
    changing.absent(Absence(ase, JULY_6, JULY_10, bo))
    changing.absent(Absence(bo, JULY_6, JULY_10, ase))
    mine = Chosen(True, False, None, None, None)
    feed = Subscription("f1", "Åses frister", "ases-frister", ase, mine, "nb", True, NOW, bo)
    subscriptions = Subscriptions(datastore)
    token = subscriptions.add(feed)
    subscriptions.used({"f1": Fetch(NOW, "Thunderbird hos Åse")})
    with datastore.unit_of_work() as connection:
        row = {"id": UUID(int=1), "recipient": ase, "kind": "reminder", "created_at": NOW}
        row |= {"state": "sent", "attempts": 1, "not_before": NOW, "answer": "550 <ase@prove.no> unknown"}
        connection.execute(insert(mail).values(**row))
    return ase, bo, token


def test_erasing_leaves_no_byte_of_the_person(sqlite_datastore: Datastore) -> None:
    """Neither the file nor its log holds the name or an address, nor those from before a change."""
    ase, bo, _ = known_everywhere(sqlite_datastore)
    assert erase(sqlite_datastore, ase, bo, NOW)
    file = Path(str(sqlite_datastore.url.database))
    held = b"".join(each.read_bytes() for each in file.parent.glob(file.name + "*"))
    assert b"bo@prove.no" in held
    for trace in TRACES:
        assert trace.encode() not in held, trace


def test_erasing_leaves_no_row_that_names_the_person(datastore: Datastore) -> None:
    """No table of either database says who it was, and who pointed to the person points to nobody."""
    ase, bo, token = known_everywhere(datastore)
    assert erase(datastore, ase, bo, NOW)
    with datastore.reading() as connection:
        rows = [str(row) for table in metadata.sorted_tables for row in connection.execute(select(table))]
    assert not [row for row in rows for trace in TRACES if trace in row]
    directory = Directory(datastore)
    assert directory.erased() == [ase]
    assert (directory.find_person(bo).manager, directory.find_person(bo).deputy) == ("", "")
    assert directory.find_unit("Økonomi").manager == ""
    assert directory.absences() == [Absence(bo, JULY_6, JULY_10)]
    assert Subscriptions(datastore).open(token) is None


def test_erasing_again_changes_nothing(sqlite_datastore: Datastore) -> None:
    """The second time only overwrites the file once more."""
    ase, bo, _ = known_everywhere(sqlite_datastore)
    erase(sqlite_datastore, ase, bo, NOW)
    with sqlite_datastore.reading() as connection:
        before = connection.execute(text("SELECT * FROM erased_person")).all()
    assert erase(sqlite_datastore, ase, "en annen", NOW + dt.timedelta(1))
    with sqlite_datastore.reading() as connection:
        assert connection.execute(text("SELECT * FROM erased_person")).all() == before


def test_erasing_nobody_is_refused(sqlite_datastore: Datastore) -> None:
    """An id that never was in the directory is no erased person."""
    with pytest.raises(UnknownPerson):
        erase(sqlite_datastore, "ingen", "noen", NOW)
    assert Directory(sqlite_datastore).erased() == []


def test_looking_at_what_goes_counts_it(sqlite_datastore: Datastore) -> None:
    """Before anything is erased, the user sees what it takes along."""
    ase, _, _ = known_everywhere(sqlite_datastore)
    found = traces(Directory(sqlite_datastore), ase)
    assert (found.feeds, found.absences) == (1, 1)
    assert found.manager_of == ("Økonomi", "Bo Li")
    assert found.deputy_of == ("Bo Li",)


def test_erasing_while_others_read_says_that_bytes_may_remain(sqlite_datastore: Datastore) -> None:
    """A reader of yesterday's state keeps it in the log; then it is said, and not claimed to be gone."""
    ase, bo, _ = known_everywhere(sqlite_datastore)
    other = Datastore(str(sqlite_datastore.url))
    with other.reading() as connection:
        connection.execute(text("SELECT count(*) FROM person")).one()
        gone = _erased_without_waiting(sqlite_datastore, ase, bo)
    other.close()
    assert not gone
    assert Directory(sqlite_datastore).erased() == [ase]
    assert erase(sqlite_datastore, ase, bo, NOW)


def _erased_without_waiting(datastore: Datastore, who: str, by: str) -> bool:
    with datastore.single() as connection:
        connection.execute(text("PRAGMA busy_timeout = 50"))
    return erase(datastore, who, by, NOW)


def test_naming_an_erased_person_needs_no_row(sqlite_datastore: Datastore) -> None:
    """The line, too, takes an erased id for nobody."""
    ase, bo, _ = known_everywhere(sqlite_datastore)
    Changing(sqlite_datastore).back(ase, JULY_6)
    erase(sqlite_datastore, ase, bo, NOW)
    line = Directory(sqlite_datastore).line()
    assert (line.address(ase), line.above(bo), line.stand_in(bo, JULY_6, ase)) == ("", "", "")

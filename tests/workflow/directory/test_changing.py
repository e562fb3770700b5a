"""One person at a time: what may be changed, and what may not."""

from __future__ import annotations

import datetime as dt

import pytest

from events.store.datastore import Datastore
from tests.workflow.directory.test_importing import PEOPLE, UNITS, counter
from workflow.directory.changing import Changing
from workflow.directory.directory import Directory
from workflow.directory.importing import import_lists
from workflow.directory.people import Absence
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

JULY_6, JULY_10 = dt.date(2026, 7, 6), dt.date(2026, 7, 10)


def staffed(datastore: Datastore) -> tuple[Changing, str, str]:
    """Give the office with a manager and an employee, by id."""
    import_lists(datastore, counter(), PEOPLE.encode(), UNITS.encode())
    directory = Directory(datastore)
    return (
        Changing(datastore),
        directory.find_person("ase@prove.no").id,
        directory.find_person("bo@prove.no").id,
    )


def test_changing_an_address_keeps_the_id(datastore: Datastore) -> None:
    """Who gets another name and address is the same person to everything that happened."""
    changing, _, bo = staffed(datastore)
    changing.person(bo, name="Bo Lie", email="Bo.Lie@prove.no", language="en")
    found = Directory(datastore).find_person("bo.lie@prove.no")
    assert (found.id, found.name, found.language) == (bo, "Bo Lie", "en")


def test_choosing_how_mail_comes_is_kept(datastore: Datastore) -> None:
    """Digest, quiet hours and deputy come back as they were chosen."""
    changing, ase, bo = staffed(datastore)
    changing.deputy(bo, ase)
    changing.digest(bo, 2, 9)
    changing.quiet(bo, dt.time(20), dt.time(6, 30))
    found = Directory(datastore).line().people[bo]
    assert (found.deputy, found.digest_day, found.digest_hour, found.digest_off) == (ase, 2, 9, False)
    assert (found.quiet_from, found.quiet_to) == (dt.time(20), dt.time(6, 30))
    assert found.has_quiet_hours
    changing.digest(bo, None, None, off=True)
    assert not changing.quiet(bo, None, None).has_quiet_hours
    assert Directory(datastore).line().people[bo].digest_off


def test_noting_an_absence_twice_keeps_the_last(datastore: Datastore) -> None:
    """The same first day is the same absence; others stay."""
    changing, ase, bo = staffed(datastore)
    changing.absent(Absence(bo, JULY_6, JULY_6))
    changing.absent(Absence(bo, JULY_6, JULY_10, ase))
    line = Directory(datastore).line()
    assert [line.is_absent(bo, day) for day in (JULY_6, JULY_10)] == [True, True]
    assert line.stand_in(bo, JULY_10) == ase
    changing.back(bo, JULY_6)
    assert Directory(datastore).absences() == []


def test_changing_what_cannot_be_is_refused_and_changes_nothing(sqlite_datastore: Datastore) -> None:
    """Each rule has its own refusal."""
    changing, ase, bo = staffed(sqlite_datastore)
    before = Directory(sqlite_datastore).people()
    with pytest.raises(EmailTaken):
        changing.person(bo, email="ASE@prove.no")
    with pytest.raises(BadAddress):
        changing.person(bo, email="bo@prove.no>\r\nBcc: alle@prove.no")
    with pytest.raises(AboveThemselves):
        changing.person(ase, manager=bo)
    with pytest.raises(OwnDeputy):
        changing.deputy(bo, bo)
    with pytest.raises(OwnDeputy):
        changing.absent(Absence(bo, JULY_6, JULY_10, bo))
    with pytest.raises(EndsBeforeItBegins):
        changing.absent(Absence(bo, JULY_10, JULY_6))
    with pytest.raises(NoSuchAbsence):
        changing.back(bo, JULY_6)
    with pytest.raises(BadDigestTime):
        changing.digest(bo, 6, 8)
    with pytest.raises(BadDigestTime):
        changing.digest(bo, 1, 24)
    with pytest.raises(QuietAllDay):
        changing.quiet(bo, dt.time(8), dt.time(8))
    assert Directory(sqlite_datastore).people() == before

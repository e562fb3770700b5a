"""What changed between two days, and by whom; and the readable history of one duty."""

from __future__ import annotations

import datetime as dt

from events.store.datastore import Datastore
from events.vocabulary import assignment
from tests.kit.eventful_year import day, year
from tests.kit.happened import CONTROLLER, Past, stream
from tests.workflow.replaying.rich import recorded
from workflow.replaying.differences import Difference
from workflow.replaying.history import history
from workflow.replaying.picture import Change

SPRING, SUMMER = dt.timedelta(days=60), dt.timedelta(days=150)


def two_seasons() -> Past:
    """Give a past whose second half is recorded in June, some of it about March."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-15").owned("2026-01", "kari")
    past.assignment("2026-02").due("2026-02", "2026-05-15").assignment("2026-03").due("2026-03", "2026-09-01")
    past.assignment("i fred")
    past.now += SUMMER
    past.delivered("2026-01", day="2026-03-01")
    past.postponed("2026-03", "2026-10-01").withdrawn("2026-02", "2026-06-01").owned("2026-03", "ola")
    return past.letter("enda et brev").assignment("2026-04")


def changed(datastore: Datastore, first: str, last: str, *, effective: bool = False) -> dict[str, Difference]:
    """Record two seasons, and give what changed between two days."""
    found = recorded(datastore, two_seasons()).between(day(first), day(last), effective=effective)
    return {each.reference: each for each in found.duties}


def test_comparing_two_days_names_what_was_added_moved_withdrawn_and_entered_late(
    datastore: Datastore,
) -> None:
    """Every duty that changed has its marks; one that rested is not there; letters are counted."""
    past = recorded(datastore, two_seasons())
    found = past.between(day("2026-01-31"), day("2026-06-30"))
    assert {each.reference: each.marks for each in found.duties} == {
        "2026-01": ("delivered",),
        "2026-02": ("withdrawn",),
        "2026-03": ("moved",),
        "2026-04": ("added",),
    }
    assert found.others == (("letter.registered", 1),)
    late = past.between(day("2026-03-31"), day("2026-06-30")).duties[0]
    assert late.marks == ("delivered", "late")


def test_comparing_two_days_gives_every_fact_before_and_after_and_who_recorded_it(
    datastore: Datastore,
) -> None:
    """The deadline and the owner that stood, those that stand, and the events in between."""
    moved = changed(datastore, "2026-01-31", "2026-06-30")["2026-03"]
    facts = {each.what: (each.before, each.after) for each in moved.changes}
    assert facts["owner"] == ("", "ola")
    assert [getattr(each, "day", None) for each in facts["deadline"]] == [
        day("2026-09-01"),
        day("2026-10-01"),
    ]
    assert [(each.topic, each.by, each.reason) for each in moved.entries] == [
        ("assignment.deadline-postponed", CONTROLLER, "Etter avtale"),
        ("assignment.owner-assigned", CONTROLLER, ""),
    ]


def test_comparing_what_was_on_two_days_sorts_by_when_it_happened(sqlite_datastore: Datastore) -> None:
    """A delivery on the first of March that was entered in June belongs to the spring."""
    spring = changed(sqlite_datastore, "2026-02-01", "2026-03-31", effective=True)
    assert list(spring) == ["2026-01"]
    assert Change("delivered_on", "", None, day("2026-03-01")) in spring["2026-01"].changes
    (only,) = spring["2026-01"].entries
    assert (only.effective_on, only.recorded_at.month) == (day("2026-03-01"), 6)


def test_comparing_a_day_with_itself_gives_nothing(sqlite_datastore: Datastore) -> None:
    """Nothing happens in no time."""
    assert changed(sqlite_datastore, "2026-06-30", "2026-06-30") == {}


def test_telling_a_history_says_what_each_event_changed(datastore: Datastore) -> None:
    """Every event of the duty has its entry, and the changes together make the duty what it is."""
    past = recorded(datastore, year())
    entries = past.history(stream("2026-01"))
    assert [each.version for each in entries] == list(range(1, len(entries) + 1))
    silent = [each.topic for each in entries if not each.changes and not each.note]
    assert silent == []
    told = next(each for each in entries if each.topic == assignment.AssignmentMinistryTold.TOPIC)
    assert Change("told_on", "1", None, day("2026-02-11")) in told.changes
    assert (told.effective_on, told.reference) == (day("2026-02-11"), "26/12-8")
    assert history(past.store, stream("finnes ikke")) == []

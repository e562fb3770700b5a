from __future__ import annotations

import pytest

from events.store.datastore import Datastore
from events.vocabulary.assignment import AssignmentDeadlineInquired
from projections.waiting.kinds import WaitingFor
from projections.waiting.queries import WaitingFilter, WaitingRow, listed
from tests.kit.eventful_year import day, year
from tests.kit.happened import Past, on, undated
from tests.projections.following import Following


def found(datastore: Datastore, past: Past, **which: object) -> list[WaitingRow]:
    """Follow the past and ask."""
    Following(datastore, past=past).follow()
    with datastore.reading() as connection:
        return listed(connection, WaitingFilter(**which))  # type: ignore[arg-type]  # the fields of a filter


def named(rows: list[WaitingRow]) -> list[str]:
    """Give the rows as «what reference part»."""
    return [f"{row.waiting_for} {row.reference} {row.part}".strip() for row in rows]


def test_waiting_after_a_year_lists_each_thing_by_what_it_is(datastore: Datastore) -> None:
    """Every kind of waiting stands in its group; what has ended or is answered waits for nothing."""
    assert named(found(datastore, year())) == [
        "deadline 2026-02",
        "meeting_day juni",
        "confirmation 2026-02 Del 2",
        "postponement 2026-03",
        "writing 2026-02",
        "acceptance 2026-05",
        "minutes esm",
        "deviation 2026-01 Del 2",
    ]


def test_waiting_tells_since_when_and_when_it_was_last_asked(sqlite_datastore: Datastore) -> None:
    """«Frist mangler, spurt sist 10.02»: what the chase needs stands in the row."""
    past = Past().assignment("A", given_on=day("2026-01-06")).due("A", undated("etter avtale"))
    for asked in ("2026-01-20", "2026-02-10"):
        past.happens(AssignmentDeadlineInquired, "A", part="", inquired_on=day(asked))
    [row] = found(sqlite_datastore, past)
    assert (row.since, row.asked_on, row.times_asked) == (day("2026-01-06"), day("2026-02-10"), 2)
    assert (row.words, row.due) == ("etter avtale", None)


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (undated("etter avtale", pattern="agreed"), ["deadline A"]),
        (undated("ikke fastsatt", pattern="to_be_set"), ["deadline A"]),
        (undated("løpende", pattern="continuous"), []),
        (undated("straks", pattern="at_once"), []),
        (undated("ved behov", pattern="on_demand"), []),
        (on("2026-05-04", tentative=True), ["confirmation A"]),
        (on("2026-05-04"), []),
        (on("2026-02-28", impossible=True, tentative=True), []),
    ],
)
def test_waiting_for_a_day_is_only_where_somebody_is_to_set_one(
    sqlite_datastore: Datastore, deadline: object, expected: list[str]
) -> None:
    """What is owed all the time or at once never gets a day, and nobody is asked for one."""
    past = Past().assignment("A").due("A", deadline)  # type: ignore[arg-type]  # a deadline of any form
    assert named(found(sqlite_datastore, past)) == expected


def test_setting_the_day_ends_the_waiting(sqlite_datastore: Datastore) -> None:
    """As soon as the ministry has answered, nothing is waited for."""
    past = Past().assignment("A").due("A", undated())
    following = Following(sqlite_datastore, past=past).follow()
    past.due("A", "2026-05-04")
    following.follow()
    with sqlite_datastore.reading() as connection:
        assert listed(connection) == []


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ({"owner": "kari"}, ["deadline A"]),
        ({"unit": "jus"}, ["confirmation B"]),
        ({"kinds": (WaitingFor.CONFIRMATION, WaitingFor.WRITING)}, ["confirmation B"]),
        ({"kinds": (WaitingFor.MINUTES,)}, []),
    ],
)
def test_asking_for_someones_waiting_gives_theirs(
    datastore: Datastore, which: dict[str, object], expected: list[str]
) -> None:
    """Each filter gives exactly what it says."""
    past = Past().assignment("A").due("A", undated()).owned("A", "kari", "analyse")
    past.assignment("B").due("B", on("2026-05-04", tentative=True)).owned("B", "ola", "jus")
    assert named(found(datastore, past, **which)) == expected

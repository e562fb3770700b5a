from __future__ import annotations

import datetime as dt

import pytest

from events.store.datastore import Datastore
from events.vocabulary.assignment import (
    AssignmentCarriedOver,
    AssignmentDeadlineCorrected,
    AssignmentDeadlineDropped,
)
from events.vocabulary.report_series import Occurrence, SeriesOccurrencesOpened
from projections.due.queries import (
    DueFilter,
    DueRow,
    between,
    everything,
    overdue,
    undelivered,
    without_day,
)
from tests.kit.happened import SOURCE, Past, on, stream, undated
from tests.kit.happened import between as window
from tests.projections.following import Following

TODAY = dt.date(2026, 3, 16)


def named(rows: list[DueRow]) -> list[str]:
    """Give the rows as «reference part»."""
    return [f"{row.reference} {row.part}".strip() for row in rows]


def filled() -> Past:
    """Something past, something ahead, a window, something done, something without a day."""
    past = Past().letter()
    past.assignment("A", goal=1).due("A", on("2026-03-15", working_date="2026-03-13"), "Del 1")
    past.due("A", "2026-06-01", "Del 2").owned("A", "kari", "okonomi")
    past.assignment("B").due("B", window("2026-03-01", "2026-03-31"))
    past.assignment("C").due("C", "2026-02-01").delivered("C")
    past.assignment("D").due("D", "2026-02-02").withdrawn("D")
    past.assignment("E").due("E", undated()).assignment("F")
    past.assignment("G").due("G", on("2026-06-30", impossible=True))
    return past


def test_asking_between_days_gives_what_meets_them(datastore: Datastore) -> None:
    """A window falls in every span that it meets; what lapsed falls in none."""
    Following(datastore, past=filled()).follow()
    with datastore.reading() as connection:
        assert named(between(connection, dt.date(2026, 1, 1), dt.date(2026, 12, 31))) == [
            "C", "A Del 1", "B", "A Del 2",
        ]  # fmt: skip
        assert named(between(connection, dt.date(2026, 3, 2), dt.date(2026, 3, 3))) == ["B"]
        assert named(between(connection, dt.date(2026, 4, 1), dt.date(2026, 5, 31))) == []


def test_asking_for_overdue_counts_from_the_stated_day(datastore: Datastore) -> None:
    """Something is late the day after its stated day, a window after its last, and not when delivered."""
    Following(datastore, past=filled()).follow()
    with datastore.reading() as connection:
        assert named(overdue(connection, dt.date(2026, 3, 15))) == []
        assert named(overdue(connection, TODAY)) == ["A Del 1"]
        assert named(overdue(connection, dt.date(2026, 4, 1))) == ["A Del 1", "B"]


def test_asking_for_what_has_no_day_keeps_it_apart(datastore: Datastore) -> None:
    """Open deadlines, duties without any, and impossible dates stand in a list of their own."""
    Following(datastore, past=filled()).follow()
    with datastore.reading() as connection:
        assert named(without_day(connection)) == ["E", "F", "G"]
        assert named(undelivered(connection)) == ["A Del 1", "B", "A Del 2"]


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (DueFilter(owner="kari"), ["A Del 1", "A Del 2"]),
        (DueFilter(unit="jus"), []),
        (DueFilter(unit="okonomi", goal=1), ["A Del 1", "A Del 2"]),
        (DueFilter(kinds=("report",)), []),
    ],
)
def test_asking_for_someones_gives_theirs(
    sqlite_datastore: Datastore, which: DueFilter, expected: list[str]
) -> None:
    """Each filter gives exactly what it says."""
    Following(sqlite_datastore, past=filled()).follow()
    with sqlite_datastore.reading() as connection:
        assert named(undelivered(connection, which)) == expected


def test_moving_a_deadline_keeps_the_first_day_beside_the_current(sqlite_datastore: Datastore) -> None:
    """Postponed by agreement is told from late: the first day and the number of moves stay."""
    past = Past().assignment("A").due("A", "2026-03-15").postponed("A", "2026-06-15")
    Following(sqlite_datastore, past=past).follow()
    with sqlite_datastore.reading() as connection:
        [row] = everything(connection)
    assert (row.first_due, row.due, row.moved) == (dt.date(2026, 3, 15), dt.date(2026, 6, 15), 1)


def test_getting_parts_later_replaces_the_row_without_a_part(sqlite_datastore: Datastore) -> None:
    """A duty that had no deadline at all stands by its parts as soon as it has some."""
    following = Following(sqlite_datastore, past=Past().assignment("A")).follow()
    following.past.due("A", "2026-03-15", "Del 1")
    following.follow()
    with sqlite_datastore.reading() as connection:
        assert named(everything(connection)) == ["A Del 1"]


def test_dropping_a_deadline_takes_it_out_of_every_list(sqlite_datastore: Datastore) -> None:
    """What the source took back is neither due nor late."""
    past = Past().assignment("A").due("A", "2026-03-15", "Del 1").due("A", "2026-06-15", "Del 2")
    past.happens(AssignmentDeadlineDropped, "A", part="Del 1", reason="Rettet", source=SOURCE)
    Following(sqlite_datastore, past=past).follow()
    with sqlite_datastore.reading() as connection:
        assert named(undelivered(connection)) == ["A Del 2"]
        assert [row.stands for row in everything(connection)] == [False, True]


def test_opening_reports_replaces_the_series_by_them(sqlite_datastore: Datastore) -> None:
    """A series stands without a day until it opens reports; then they stand instead."""
    following = Following(sqlite_datastore).follow()
    following.past.series("uke", undated("ukentlig", form="rrule", rrule="FREQ=WEEKLY"))
    following.follow()
    with sqlite_datastore.reading() as connection:
        assert named(without_day(connection)) == ["uke"]
    opened = Occurrence(report=stream("uke 6"), day=dt.date(2026, 2, 2), working_date=dt.date(2026, 2, 2))
    following.past.happens(SeriesOccurrencesOpened, "uke", through=dt.date(2026, 2, 2), occurrences=(opened,))
    following.follow()
    with sqlite_datastore.reading() as connection:
        assert without_day(connection) == []


def test_carrying_over_takes_it_out_of_every_list(sqlite_datastore: Datastore) -> None:
    """What lives on under the next letter is due there, not here."""
    past = Past().assignment("A").due("A", "2026-03-15").assignment("B").due("B", "2026-03-15")
    carried = {
        "carried_on": dt.date(2026, 2, 20),
        "reason": "Videreføres",
        "reference": "Tildelingsbrev 2027",
    }
    past.happens(AssignmentCarriedOver, "A", **carried)
    Following(sqlite_datastore, past=past).follow()
    with sqlite_datastore.reading() as connection:
        assert named(undelivered(connection)) == named(overdue(connection, TODAY)) == ["B"]
        assert [row.stands for row in everything(connection)] == [False, True]


def test_correcting_a_deadline_is_told_from_moving_it(sqlite_datastore: Datastore) -> None:
    """What was written down wrongly was never the first day, and nothing was moved."""
    past = Past().assignment("A").due("A", "2026-03-15")
    right = {"deadline": on("2026-03-25"), "reason": "Lest feil", "source": SOURCE}
    past.happens(AssignmentDeadlineCorrected, "A", part="", **right)
    Following(sqlite_datastore, past=past).follow()
    with sqlite_datastore.reading() as connection:
        [row] = everything(connection)
    assert (row.first_due, row.due, row.moved, row.corrected) == (
        dt.date(2026, 3, 25), dt.date(2026, 3, 25), 0, True,
    )  # fmt: skip

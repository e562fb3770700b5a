from __future__ import annotations

import pytest

from events.store.datastore import Datastore
from projections.engine.engine import UnknownProjection
from projections.register.queries import listed
from tests.kit.eventful_year import year
from tests.kit.happened import Past
from tests.projections.following import Following, all_rows


def eventful() -> Past:
    """A past with something of everything that projections follow."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-15", "Del 1")
    past.due("2026-01", "2026-10-01", "Del 2").owned("2026-01", "kari", "okonomi")
    past.assignment("2026-02", goal=2).due("2026-02", "2026-05-31").postponed("2026-02", "2026-06-30")
    past.delivered("2026-01", "Del 1").owned("2026-01", "ola", "jus").shielded("2026-02")
    past.assignment("2026-03").due("2026-03", "2026-04-01").withdrawn("2026-03")
    past.delivered("2026-01", "Del 2").assignment("2026-04")
    return past


def test_catching_up_after_events_shows_them(datastore: Datastore) -> None:
    """Afterwards the rows show everything that was recorded, and nothing is behind."""
    following = Following(datastore, past=eventful()).follow()
    assert {status.behind for status in following.engine.status()} == {0}
    with datastore.reading() as connection:
        assert [duty.reference for duty in listed(connection)] == ["2026-02", "2026-01", "2026-03", "2026-04"]


def test_catching_up_twice_takes_nothing_the_second_time(datastore: Datastore) -> None:
    """What was taken is not taken again."""
    following = Following(datastore, past=eventful()).follow()
    before = all_rows(following)
    assert following.engine.catch_up() == 0
    assert all_rows(following) == before


@pytest.mark.parametrize("batch", [1, 7])
def test_catching_up_in_any_batches_gives_the_same_rows(datastore: Datastore, batch: int) -> None:
    """A batch folded in memory and event by event give the same rows, byte for byte."""
    following = Following(datastore, batch=batch, past=year()).follow()
    assert all(status.is_live and not status.behind for status in following.engine.status())
    in_batches = all_rows(following)
    following.engine.batch = 500
    following.engine.rebuild()
    assert all_rows(following) == in_batches


def test_catching_up_as_it_happens_gives_the_same_rows_as_rebuilding(datastore: Datastore) -> None:
    """Rows that followed one event at a time, as commands come in, equal rows made anew."""
    following, past = Following(datastore), year()
    for event in past.events:
        following.past.events.append(event)
        following.follow()
    before = all_rows(following)
    following.engine.rebuild()
    assert all_rows(following) == before


def test_rebuilding_one_projection_leaves_the_others(datastore: Datastore) -> None:
    """A rebuild by name touches that projection alone, and mends rows that were changed by hand."""
    following = Following(datastore, past=eventful()).follow()
    before = all_rows(following)
    with datastore.unit_of_work() as connection:
        for table in reversed(following.projections[1].tables):
            connection.execute(table.delete())
    assert following.engine.rebuild("due") == len(following.past.events)
    assert all_rows(following) == before


def test_rebuilding_an_unknown_name_is_refused(sqlite_datastore: Datastore) -> None:
    """A projection that does not exist is not silently skipped."""
    with pytest.raises(UnknownProjection):
        Following(sqlite_datastore).engine.rebuild("registeret")


def test_catching_up_with_another_version_rebuilds(datastore: Datastore) -> None:
    """Rows of another version of the projection are made anew by themselves."""
    following = Following(datastore, past=eventful()).follow()
    register = following.projections[0]
    register.version += 1
    assert following.engine.status()[0].behind > 0
    following.engine.catch_up()
    status = following.engine.status()[0]
    assert (status.version, status.behind) == (register.version, 0)
    with datastore.reading() as connection:
        assert len(listed(connection)) == 4


def test_catching_up_inside_a_transaction_that_fails_leaves_no_trace(datastore: Datastore) -> None:
    """Rows written in a command's own transaction go with it."""
    following = Following(datastore, past=eventful()).follow()
    before = all_rows(following)
    following.past.assignment("2026-09")

    def fails() -> None:
        with datastore.unit_of_work():
            following.follow()
            raise ConnectionAbortedError

    with pytest.raises(ConnectionAbortedError):
        fails()
    assert all_rows(following) == before
    assert {status.behind for status in following.engine.status()} == {0}


def test_catching_up_without_events_writes_no_position(sqlite_datastore: Datastore) -> None:
    """An idle tick writes nothing."""
    following = Following(sqlite_datastore)
    assert following.engine.catch_up() == 0
    assert all(not rows for rows in all_rows(following).values())


def test_telling_progress_reaches_the_newest_event(sqlite_datastore: Datastore) -> None:
    """Whoever waits is told how far each projection is."""
    following = Following(sqlite_datastore, batch=5, past=eventful()).record()
    told: list[tuple[str, int, int]] = []
    following.engine.progress = lambda name, position, newest: told.append((name, position, newest))
    following.engine.catch_up()
    newest = len(following.past.events)
    assert [position for name, position, _ in told if name == "due"] == [*range(5, newest, 5), newest]
    assert {of for _, _, of in told} == {newest}

"""As it was known: what was recorded by then, and nothing that came later."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from calendars.zone import OSLO
from events.store.datastore import Datastore
from events.store.known import KnownStore, TheHistoryIsFixed, known_by
from events.store.migrate import upgrade
from projections.engine.replay import replayed
from projections.register.queries import listed
from tests.kit.eventful_year import year
from tests.kit.happened import Past, stream
from tests.projections.following import every_projection
from tests.workflow.replaying.rich import recorded
from workflow.replaying.known import as_of, end_of
from workflow.replaying.views import digests_of

LAST_OF_JUNE = dt.date(2026, 6, 30)


def spread(past: Past) -> Past:
    """Let a day pass between one event and the next."""
    began = past.events[0].timestamp
    past.events = [
        each.model_copy(update={"timestamp": began + dt.timedelta(days=number)})
        for number, each in enumerate(past.events)
    ]
    return past


@pytest.mark.parametrize("count", [0, 1, 30, 63])
def test_rebuilding_as_known_a_day_gives_the_rows_of_a_store_that_ended_there(
    count: int, datastore: Datastore, tmp_path: Path
) -> None:
    """Nothing that was recorded later leaves a trace in any projection."""
    everything, first = spread(year()), spread(year())
    first.events = first.events[:count]
    began = everything.events[0].timestamp.astimezone(OSLO).date()
    with recorded(datastore, everything).known(began + dt.timedelta(days=count - 1)) as engine:
        found = digests_of(engine)
        assert engine.store.last_position() == count
    shorter = Datastore(f"sqlite:///{tmp_path / 'shorter.db'}")
    upgrade(shorter)
    with replayed(recorded(shorter, first).store, every_projection(), batch=3) as again:
        assert digests_of(again) == found
    shorter.close()


def test_ending_a_day_is_at_midnight_in_norway() -> None:
    """Summer and winter differ by an hour in UTC."""
    assert end_of(LAST_OF_JUNE) == dt.datetime(2026, 6, 30, 21, 59, 59, 999999, tzinfo=dt.UTC)
    assert end_of(dt.date(2026, 12, 31)) == dt.datetime(2026, 12, 31, 22, 59, 59, 999999, tzinfo=dt.UTC)


def test_finding_what_was_known_when_clocks_differ_leaves_no_hole(sqlite_datastore: Datastore) -> None:
    """An event whose clock was ahead is known with the next one that was committed after it."""
    past = Past().assignment("2026-01").due("2026-01", "2026-03-15").owned("2026-01", "kari")
    ahead = past.events[1].model_copy(update={"timestamp": past.now + dt.timedelta(days=400)})
    past.events[1] = ahead
    store = recorded(sqlite_datastore, past).store
    assert known_by(sqlite_datastore, past.now) == 3
    assert known_by(sqlite_datastore, past.events[0].timestamp) == 1
    with as_of(store, past.now, every_projection()) as engine:
        assert all(status.stopped is None for status in engine.status())


def test_asking_the_store_as_it_was_for_an_aggregate_gives_it_as_it_was(datastore: Datastore) -> None:
    """Loading, listing and counting stop where the store is cut; writing is refused."""
    past = recorded(datastore, Past().assignment("2026-01").due("2026-01", "2026-03-15"))
    was = KnownStore(datastore, 1)
    assert was.last_position() == 1
    assert [each.position for each in was.recorded(0, 10)] == [1]
    assert [each.originator_version for each in was.events.get(stream("2026-01"))] == [1]
    assert [each.id for each in was.recorder.select_notifications(None, 10)] == [1]
    assert len(was.repository.event_store.recorder.select_events(stream("2026-01"), desc=True)) == 1
    with pytest.raises(TheHistoryIsFixed):
        was.save(past.store.recorded(0, 1)[0].event)


def test_rebuilding_as_known_leaves_nothing_behind(sqlite_datastore: Datastore) -> None:
    """The scratch file is gone after the block, and queries work inside it."""
    with recorded(sqlite_datastore).known(LAST_OF_JUNE) as engine:
        file = engine.datastore.url.database
        with engine.datastore.reading() as connection:
            assert len(listed(connection)) == 11
        assert engine.datastore.exists()
    assert file is not None
    assert not engine.datastore.exists()

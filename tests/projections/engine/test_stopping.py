from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import pytest
from sqlalchemy import Connection, update

from events.store.application import Recorded
from events.store.datastore import Datastore
from events.store.schema import events
from events.vocabulary.assignment import AssignmentOwnerAssigned
from events.vocabulary.base import Event
from projections.due.projection import Due
from projections.feeds.projection import Feeds
from projections.register.projection import Register
from projections.register.queries import listed
from tests.kit.happened import Past, stream
from tests.kit.tampering import tampering
from tests.projections.following import Following, about_duties, all_rows

POISON = "2026-03"


class Squeamish(Register):
    """A register that cannot take one duty."""

    def apply(self, connection: Connection, batch: Sequence[Recorded]) -> None:
        super().apply(connection, batch)
        if any(each.event.originator_id == stream(POISON) for each in batch):
            raise ZeroDivisionError("bad luck")


def five() -> Past:
    """A letter and five assignments."""
    past = Past().letter()
    for number in range(1, 6):
        past.assignment(f"2026-0{number}")
    return past


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_taking_a_poisoned_event_stops_that_projection_before_it(datastore: Datastore, batch: int) -> None:
    """Everything before the event is shown, the event is named, and its projection waits."""
    projections = Squeamish(), Due(), Feeds()
    following = Following(datastore, batch=batch, past=five(), projections=projections).follow()
    status = following.engine.status()[0]
    assert status.stopped is not None
    assert (status.position, status.stopped.position) == (3, 4)
    assert status.stopped.topic == "assignment.given"
    assert status.stopped.stream == str(stream(POISON))
    assert status.stopped.why == "ZeroDivisionError: bad luck"
    with datastore.reading() as connection:
        assert [duty.reference for duty in listed(connection)] == ["2026-01", "2026-02"]


def test_taking_a_poisoned_event_stops_no_other_projection(datastore: Datastore) -> None:
    """The others follow on, now and later."""
    following = Following(datastore, past=five(), projections=(Squeamish(), Due(), Feeds())).follow()
    following.past.assignment("2026-06").due("2026-06", "2026-03-15")
    following.follow()
    assert [status.behind for status in following.engine.status()] == [5, 0, 0]


def test_catching_up_a_stopped_projection_leaves_it_as_it_is(datastore: Datastore) -> None:
    """A stopped projection is not tried again by itself."""
    following = Following(datastore, past=five(), projections=(Squeamish(), Due(), Feeds())).follow()
    before = all_rows(following), following.engine.status()
    following.engine.catch_up()
    assert (all_rows(following), following.engine.status()) == before


def test_resuming_after_the_cause_is_mended_takes_the_rest(datastore: Datastore) -> None:
    """Nothing is lost by stopping: the mended program goes on where the old one stopped."""
    Following(datastore, past=five(), projections=(Squeamish(), Due(), Feeds())).follow()
    mended = Following(datastore, projections=(Register(), Due(), Feeds()))
    assert mended.engine.resume("register") == 3
    before = all_rows(mended)
    mended.engine.rebuild("register")
    assert all_rows(mended) == before
    assert all(status.is_live for status in mended.engine.status())


def test_reading_an_event_with_an_unknown_name_stops_before_it(datastore: Datastore) -> None:
    """An event that cannot even be read stops the projections that meet it, with its stored name."""
    following = Following(datastore, past=five()).record()
    with tampering(datastore) as connection:
        renamed = update(events).where(events.c.position == 4).values(topic="assignment.from-the-future")
        connection.execute(renamed)
    following.engine.catch_up()
    for status in following.engine.status():
        assert status.position == 3
        assert status.stopped is not None
        assert status.stopped.topic == "assignment.from-the-future"


class Unheard(Event):
    """An event that no projection has a rule for."""

    TOPIC: ClassVar[str] = "test.unheard"


def test_taking_an_unknown_shape_stops_loudly(datastore: Datastore) -> None:
    """What no one has decided the meaning of is not passed over."""
    past = five()
    past.happens(Unheard, "2026-01").assignment("2026-07")
    following = Following(datastore, past=past, projections=about_duties()).follow()
    for status in following.engine.status():
        assert status.stopped is not None
        assert (status.position, status.stopped.topic) == (6, "test.unheard")
        assert status.stopped.why == "UnknownEvent: no rule for «test.unheard»"


def test_taking_a_stream_with_a_hole_stops_before_the_hole(datastore: Datastore) -> None:
    """A missing event is noticed, not guessed around."""
    past = five()
    past.owned("2026-01", "kari")
    skipped = past.events.pop()
    past.events.append(skipped.model_copy(update={"originator_version": 3}))
    following = Following(datastore, past=past, projections=about_duties()).follow()
    for status in following.engine.status():
        assert status.stopped is not None
        assert (status.position, status.stopped.topic) == (6, AssignmentOwnerAssigned.TOPIC)

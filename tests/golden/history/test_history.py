"""A history with every version of every event ever released replays into every projection."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import ClassVar
from uuid import UUID

import pytest
from eventsourcing.persistence import StoredEvent

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.store.recorder import EventRecorder
from events.upcasting.steps import STEPS, State, step
from events.vocabulary import duty
from projections.engine.replay import replayed
from projections.register.queries import listed
from tests.golden.history import make
from tests.projections.following import every_projection
from workflow.replaying.views import digests_of


def test_listing_the_history_finds_every_example_of_every_event() -> None:
    """What was ever released stands in it: `python -m tests.golden.history.make` adds what is new."""
    known = make.lines()
    assert not make.missing(known)
    assert len({make.name(line) for line in known}) == len(known)


def test_replaying_the_history_gives_the_rows_it_always_gave(datastore: Datastore) -> None:
    """The digests kept in the repository hold on both databases, and no projection stops."""
    kept = json.loads(make.DIGESTS.read_text("utf-8"))
    with replayed(make.recorded(datastore), every_projection(), batch=7) as engine:
        assert [status for status in engine.status() if status.stopped or status.behind] == []
        versions = {each.name: each.version for each in engine.projections.values()}
        found = digests_of(engine)
    assert {one: {"version": versions[one], "digest": found[one]} for one in found} == kept


class TestedComment(duty.DutyCommented):
    """A comment whose words were once called `text`."""

    __test__: ClassVar[bool] = False
    TOPIC: ClassVar[str] = "test.commented"
    class_version: ClassVar[int] = 2


@pytest.fixture
def renamed() -> Iterator[None]:
    """Let the first version of the made-up event read as today's."""

    def text_became_comment(state: State) -> State:
        return {name if name != "text" else "comment": value for name, value in state.items()}

    step(TestedComment.TOPIC, 1)(text_became_comment)
    yield
    del STEPS[TestedComment.TOPIC, 1]


@pytest.mark.usefixtures("renamed")
def test_replaying_an_event_of_an_older_version_takes_it_as_todays(sqlite_datastore: Datastore) -> None:
    """A stored first version goes through its step, into the fold and out of a query."""
    store = make.recorded(sqlite_datastore)
    last = [line["state"] for line in make.lines() if line["topic"].startswith("assignment.")][-1]
    stream, version = last["originator_id"], last["originator_version"] + 1
    old = {"class_version": 1, "originator_id": stream, "originator_version": version,
           "timestamp": last["timestamp"], "by": "p-1", "text": "Skrevet for lenge siden"}  # fmt: skip
    stored = StoredEvent(
        UUID(stream), version, TestedComment.TOPIC, json.dumps(old, separators=(",", ":")).encode()
    )
    EventRecorder(sqlite_datastore).insert_events([stored])
    assert _comments(store, UUID(stream))[-1] == "Skrevet for lenge siden"


def test_replaying_an_event_of_an_older_version_without_a_step_stops_there(
    sqlite_datastore: Datastore,
) -> None:
    """What cannot be brought up to date is named, never guessed."""
    store = make.recorded(sqlite_datastore)
    old = b'{"class_version":1,"text":"x"}'
    stored = StoredEvent(UUID(int=7), 1, TestedComment.TOPIC, old)
    EventRecorder(sqlite_datastore).insert_events([stored])
    with replayed(store, every_projection()) as engine:
        stops = {status.stopped.topic if status.stopped else None for status in engine.status()}
    assert stops == {TestedComment.TOPIC}


def _comments(store: EventStore, duty_id: UUID) -> list[str]:
    with replayed(store, every_projection()) as engine, engine.datastore.reading() as connection:
        assert all(status.stopped is None for status in engine.status())
        return [
            comment.text for each in listed(connection) if each.id == duty_id for comment in each.comments
        ]

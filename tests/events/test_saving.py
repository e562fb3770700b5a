"""Saving aggregates and getting them back."""

from __future__ import annotations

from uuid import uuid4

import pytest
from eventsourcing.application import AggregateNotFoundError
from eventsourcing.persistence import IntegrityError

from events.store.application import EventStore
from events.store.datastore import Datastore
from tests.events.notebook import Notebook, confirmed, registered


def test_loading_when_saved_gives_every_event_back(datastore: Datastore) -> None:
    """What was saved is what the aggregate is made of, value for value."""
    letter, store = uuid4(), EventStore(datastore)
    said = [registered(letter), confirmed(letter, 2), confirmed(letter, 3)]
    store.save(*said)
    notebook = store.load(letter)
    assert isinstance(notebook, Notebook)
    assert notebook.told == said
    assert notebook.version == 3


def test_loading_when_unknown_is_refused(datastore: Datastore) -> None:
    """An id that nothing was saved under has no aggregate."""
    with pytest.raises(AggregateNotFoundError):
        EventStore(datastore).load(uuid4())


def test_saving_when_the_version_is_taken_is_refused_and_leaves_nothing(datastore: Datastore) -> None:
    """Of two writers on one version the second is refused, with all of what it brought."""
    letter, other, store = uuid4(), uuid4(), EventStore(datastore)
    store.save(registered(letter))
    with pytest.raises(IntegrityError):
        store.save(registered(other), registered(letter))
    assert [recorded.event.originator_id for recorded in store.recorded(0, 10)] == [letter]


def test_recorded_when_streams_mix_gives_them_in_commit_order(datastore: Datastore) -> None:
    """The common order is the order of the saves, and positions only grow."""
    one, two, store = uuid4(), uuid4(), EventStore(datastore)
    for event in (registered(one), registered(two), confirmed(one, 2), confirmed(two, 2)):
        store.save(event)
    batch = store.recorded(0, 3)
    rest = store.recorded(batch[-1].position, 3)
    assert [r.event.originator_id for r in batch + rest] == [one, two, one, two]
    positions = [r.position for r in batch + rest]
    assert positions == sorted(set(positions))
    assert store.last_position() == positions[-1]

"""What was stored is read as it was meant, brought up to today's shape, or refused loudly."""

from __future__ import annotations

import json
from typing import ClassVar
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import StoredEvent

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.store.errors import UnreadableEvent
from events.store.mapper import decode, encode
from events.upcasting import steps
from events.upcasting.steps import State, step
from events.vocabulary.base import Event
from events.vocabulary.duty import DutyAccepted
from tests.events.notebook import NOW, confirmed, registered

ID = UUID("5b0f5a4e-52a2-4b3f-8f0e-4d2a4f8f6a11")


class NoteTaken(Event):
    """An event that has changed its shape twice."""

    TOPIC: ClassVar[str] = "test.note-taken"
    class_version: ClassVar[int] = 3

    words: str
    language: str


@pytest.fixture
def ladder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plant the steps from version 1 (`text`) over 2 (`words`) to 3 (`words`, `language`)."""
    monkeypatch.setattr(steps, "STEPS", {})

    @step(NoteTaken.TOPIC, 1)
    def text_became_words(state: State) -> State:
        return {"words" if key == "text" else key: value for key, value in state.items()}

    @step(NoteTaken.TOPIC, 2)
    def language_was_always_bokmaal(state: State) -> State:
        return state | {"language": "nb"}


def stored(version: int, **fields: object) -> bytes:
    """Give the bytes of a note as a program of that version wrote them."""
    head = {"class_version": version, "originator_id": str(ID), "originator_version": 1}
    return json.dumps(head | {"timestamp": "2026-01-05T12:00:00Z", "by": "p-1"} | fields).encode()


@pytest.mark.usefixtures("ladder")
@pytest.mark.parametrize(
    "state",
    [stored(1, text="«Frist»"), stored(2, words="«Frist»"), stored(3, words="«Frist»", language="nb")],
    ids=["v1", "v2", "v3"],
)
def test_decoding_when_written_by_any_version_gives_todays_event(state: bytes) -> None:
    """Each old shape climbs every step that is left, and no other."""
    assert decode(NoteTaken.TOPIC, state) == NoteTaken(
        originator_id=ID, originator_version=1, timestamp=NOW, by="p-1", words="«Frist»", language="nb"
    )


@pytest.mark.usefixtures("ladder")
def test_recorded_when_an_old_shape_lies_in_the_database_gives_todays(datastore: Datastore) -> None:
    """Reading brings up to date what the database holds; the database itself is not touched."""
    store = EventStore(datastore)
    old = stored(1, text="«Frist»")
    store.recorder.insert_events([StoredEvent(ID, 1, NoteTaken.TOPIC, old)])
    (found,) = store.recorded(0, 10)
    assert isinstance(found.event, NoteTaken)
    assert found.event.words == "«Frist»"
    assert store.recorder.select_events(ID)[0].state == old


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (stored(2, words="x"), "no step from version 2"),
        (stored(4, words="x"), "written by a newer program"),
        (stored(3, words="x"), "language"),
        (stored(3, words="x", language="nb", mood="good"), "mood"),
        (b"{}", "no schema number"),
        (b"[]", "no schema number"),
        (b"not json", "Expecting value"),
        (b"\xff\xfe", "Expecting value"),
    ],
)
def test_decoding_when_the_state_is_no_such_event_is_refused(state: bytes, why: str) -> None:
    """Nothing is guessed about a state that does not fit."""
    with pytest.raises(UnreadableEvent, match=why) as caught:
        decode(NoteTaken.TOPIC, state)
    assert caught.value.topic == NoteTaken.TOPIC


@pytest.mark.parametrize(
    "topic", ["assignment.forgotten", "os:system", "events.vocabulary.duty:DutyAccepted", ""]
)
def test_decoding_when_the_stored_name_is_unknown_is_refused(topic: str) -> None:
    """A name that no event has is never looked for among modules."""
    with pytest.raises(UnreadableEvent, match="unknown stored name"):
        decode(topic, b"{}")


def test_encoding_when_the_event_has_no_stored_name_of_its_own_is_refused() -> None:
    """A shape that streams share is never stored itself."""
    shape = DutyAccepted(
        originator_id=ID, originator_version=1, timestamp=NOW, by="p-1", accepted_on=NOW.date()
    )
    with pytest.raises(TypeError, match="no stored name"):
        encode(shape)


def test_entering_a_step_when_there_is_one_already_is_refused(ladder: None) -> None:
    """A step is final: a second one for the same place is a mistake."""
    with pytest.raises(ValueError, match="has a step from version 1 already"):
        step(NoteTaken.TOPIC, 1)(lambda state: state)


def test_recorded_when_an_event_is_unreadable_stops_before_it_and_then_names_it(datastore: Datastore) -> None:
    """What comes before is given first; then the event that cannot be read, by place, name and reason."""
    store, letter = EventStore(datastore), uuid4()
    store.save(registered(letter), confirmed(letter, 2))
    (position,) = store.recorder.insert_events([StoredEvent(uuid4(), 1, "test.unknown", b"{}")]) or ()
    store.save(confirmed(letter, 3))
    before = store.recorded(0, 10)
    assert [found.event.originator_version for found in before] == [1, 2]
    with pytest.raises(UnreadableEvent) as caught:
        store.recorded(before[-1].position, 10)
    assert (caught.value.position, caught.value.topic) == (position, "test.unknown")
    assert [found.event.originator_version for found in store.recorded(position, 10)] == [3]

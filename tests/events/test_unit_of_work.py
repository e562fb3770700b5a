"""One transaction that everything joins: all of it is kept, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from uuid import uuid4

import pytest
from eventsourcing.persistence import IntegrityError
from sqlalchemy import Column, Integer, MetaData, Table, insert, select

from events.store.application import EventStore
from events.store.datastore import Datastore, UnitOfWorkBroken
from tests.events.notebook import registered

notes = Table("test_note", MetaData(), Column("nr", Integer, primary_key=True))


class Interrupted(Exception):
    """Something went wrong in the middle."""


@pytest.fixture
def store(datastore: Datastore) -> EventStore:
    """Give an event store beside a table of notes."""
    with datastore.unit_of_work() as connection:
        notes.create(connection)
    return EventStore(datastore)


def found(datastore: Datastore) -> list[int]:
    """Give the notes that stand."""
    with datastore.reading() as connection:
        return list(connection.execute(select(notes.c.nr).order_by(notes.c.nr)).scalars())


def write(datastore: Datastore, nr: int) -> None:
    """Write a note in a unit of work."""
    with datastore.unit_of_work() as connection:
        connection.execute(insert(notes), {"nr": nr})


def test_ending_when_all_went_well_keeps_events_and_rows(store: EventStore) -> None:
    """Events and rows of one unit of work are there together."""
    with store.datastore.unit_of_work():
        store.save(registered(uuid4()))
        write(store.datastore, 1)
    assert found(store.datastore) == [1]
    assert len(store.recorded(0, 10)) == 1


def test_ending_when_interrupted_keeps_neither(store: EventStore) -> None:
    """Of a unit of work that fails, no event and no row is left, and no position is skipped by it."""

    def save_and_fail() -> None:
        with store.datastore.unit_of_work():
            store.save(registered(uuid4()))
            write(store.datastore, 1)
            raise Interrupted

    with pytest.raises(Interrupted):
        save_and_fail()
    assert found(store.datastore) == []
    assert store.last_position() == 0


def test_reading_when_inside_sees_what_was_written_and_outside_does_not(store: EventStore) -> None:
    """A unit of work reads its own writes; another thread reads what stood before."""
    elsewhere: list[list[int]] = []
    letter = uuid4()
    with store.datastore.unit_of_work():
        write(store.datastore, 1)
        store.save(registered(letter))
        other = Thread(target=lambda: elsewhere.append(found(store.datastore)))
        other.start()
        other.join()
        assert found(store.datastore) == [1]
        assert store.load(letter).version == 1
    assert elsewhere == [[]]


def test_reading_when_another_writes_meanwhile_sees_one_state(store: EventStore) -> None:
    """A reader sees the database as it was when it began."""
    with store.datastore.reading() as connection:
        before = connection.execute(select(notes.c.nr)).all()
        writer = Thread(target=write, args=(store.datastore, 1))
        writer.start()
        writer.join()
        assert connection.execute(select(notes.c.nr)).all() == before
    assert found(store.datastore) == [1]


def test_joining_when_another_database_is_open_stays_apart(two_files: tuple[Datastore, Datastore]) -> None:
    """Inside a unit of one database, a write to another is that other's, with an end of its own."""
    one, two = two_files

    def write_both_and_fail() -> None:
        with one.unit_of_work():
            write(one, 1)
            write(two, 2)
            raise Interrupted

    with pytest.raises(Interrupted):
        write_both_and_fail()
    assert found(one) == []
    assert found(two) == [2]


def test_ending_when_a_failed_save_was_passed_over_is_refused(store: EventStore) -> None:
    """Half a save is never committed, even by a caller that ignores the failure."""
    letter = uuid4()
    store.save(registered(letter))

    def pass_over_a_failure() -> None:
        with store.datastore.unit_of_work():
            write(store.datastore, 1)
            with pytest.raises(IntegrityError):
                store.save(registered(uuid4()), registered(letter))

    with pytest.raises(UnitOfWorkBroken):
        pass_over_a_failure()
    assert found(store.datastore) == []
    assert len(store.recorded(0, 10)) == 1


def test_ending_when_a_failed_save_was_in_a_savepoint_keeps_the_rest(store: EventStore) -> None:
    """What a savepoint has undone is no reason to lose what was done around it."""
    letter = uuid4()
    store.save(registered(letter))
    with store.datastore.unit_of_work() as connection:
        write(store.datastore, 1)
        with pytest.raises(IntegrityError), connection.begin_nested():
            store.save(registered(uuid4()), registered(letter))
        write(store.datastore, 2)
    assert found(store.datastore) == [1, 2]
    assert len(store.recorded(0, 10)) == 1


@pytest.fixture
def two_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Datastore, Datastore]]:
    """Give two databases with notes."""
    folder = tmp_path_factory.mktemp("two")
    both = Datastore(f"sqlite:///{folder}/a.db"), Datastore(f"sqlite:///{folder}/b.db")
    for each in both:
        with each.unit_of_work() as connection:
            notes.create(connection)
    yield both
    for each in both:
        each.close()

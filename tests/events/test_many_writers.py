"""Several processes on one database: nothing is lost, nothing is passed over, nothing is half."""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

from eventsourcing.persistence import IntegrityError

from events.ledger.walking import verify
from events.store.application import EventStore
from events.store.datastore import Datastore
from tests.events.notebook import confirmed, registered
from tests.events.writer import start

SIZE, WRITES = 8, 40
KILLS = 20


def everything(store: EventStore) -> list[tuple[UUID, int]]:
    """Give every event's stream and version, in commit order."""
    found: list[tuple[UUID, int]] = []
    after = 0
    while batch := store.recorded(after, 500):
        found += [(each.event.originator_id, each.event.originator_version) for each in batch]
        after = batch[-1].position
    return found


def chained(datastore: Datastore) -> int:
    """Give the number of events, every one of them chained to the one before it."""
    with datastore.reading() as connection:
        report = verify(connection)
    assert report.findings == ()
    return report.size


def test_following_when_four_processes_write_passes_no_event_over(
    database_url: str, datastore: Datastore
) -> None:
    """A follower that only ever moves on sees every event of every writer, once and in stream order."""
    writers = [start(database_url, WRITES, SIZE, pause=0.01) for _ in range(4)]
    for each in writers:
        each.await_ready()
    store, after, running = EventStore(datastore), 0, True
    versions: dict[UUID, list[int]] = defaultdict(list)
    while running or store.last_position() > after:
        running = any(each.process.is_alive() for each in writers)
        for found in store.recorded(after, 50):
            versions[found.event.originator_id].append(found.event.originator_version)
            after = found.position
    written = set().union(*(each.acknowledged() for each in writers))
    assert len(written) == 4 * WRITES
    assert set(versions) == written
    assert all(found == list(range(1, SIZE + 1)) for found in versions.values())
    assert chained(datastore) == 4 * WRITES * SIZE


def test_writing_when_killed_at_any_moment_keeps_all_that_was_acknowledged(
    database_url: str, datastore: Datastore
) -> None:
    """After kill -9 every acknowledged write is there whole, and every other whole or not at all."""
    moments, told = random.Random(2026), set[UUID]()
    for _ in range(KILLS):
        each = start(database_url, 1_000_000, SIZE)
        each.await_ready()
        time.sleep(moments.uniform(0, 0.1))
        each.process.kill()
        told |= each.acknowledged()
    store = EventStore(datastore)
    store.save(registered(uuid4()))
    counts = Counter(stream for stream, _ in everything(store)[:-1])
    assert told, "no process came as far as one write; the test showed nothing"
    assert told <= set(counts)
    assert set(counts.values()) == {SIZE}
    assert chained(datastore) == sum(counts.values()) + 1


def test_saving_when_two_decide_on_the_same_version_lets_one_through(datastore: Datastore) -> None:
    """Of two at once, one is refused; having read again it goes through, and nothing is lost."""
    letter, store, both_read = uuid4(), EventStore(datastore), Barrier(2)
    store.save(registered(letter))

    def decide(_: int) -> int:
        refused = 0
        version = store.load(letter).version
        both_read.wait()
        while True:
            try:
                store.save(confirmed(letter, version + 1))
            except IntegrityError:
                refused += 1
                version = store.load(letter).version
            else:
                return refused

    with ThreadPoolExecutor(2) as pool:
        refusals = list(pool.map(decide, range(2)))
    assert sorted(refusals) == [0, 1]
    assert store.load(letter).version == 3

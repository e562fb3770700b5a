"""Tampering in the database behind the program's back: each way is found, and named by its place."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from events.ledger.chain import leaf, link
from events.ledger.findings import Kind
from events.store.application import EventStore
from events.store.datastore import Datastore
from tests.events.ledger.trail import (
    change,
    checkpoint,
    forged,
    lift,
    named,
    permute,
    record,
    remove,
    row,
    stream,
    tampered,
    verified,
)
from tests.events.notebook import registered


def test_verifying_an_untouched_trail_finds_nothing(datastore: Datastore) -> None:
    """What nobody has touched is sound, and its root and head are those of its checkpoint."""
    record(datastore, 20)
    taken = checkpoint(datastore)
    report = verified(datastore, [taken], [taken])
    assert report.sound
    assert (report.size, report.root.hex(), report.head.hex()) == (100, taken.root, taken.head)
    assert report.fitting == taken


def test_verifying_an_empty_trail_finds_nothing(datastore: Datastore) -> None:
    """A trail that has not begun is sound, as is the checkpoint of it."""
    taken = checkpoint(datastore)
    assert verified(datastore, [taken], [taken]).sound
    record(datastore, 1)
    assert verified(datastore, [taken]).fitting == taken


@pytest.mark.parametrize("position", [1, 50, 100])
def test_changing_a_byte_of_the_content_names_the_event(datastore: Datastore, position: int) -> None:
    """One letter in one event's text: named by position, stream, version and stored name."""
    record(datastore, 20)

    def tamper(connection: Connection) -> None:
        state = row(connection, position)["state"]
        change(connection, position, state=state.replace(b"p-", b"q-", 1))

    (found,) = tampered(datastore, tamper).findings
    assert (found.kind, found.position) == (Kind.CHANGED, position)
    assert (found.stream, found.version) == (stream((position - 1) // 5), (position - 1) % 5 + 1)
    assert found.topic.startswith("letter.")


@pytest.mark.parametrize(
    ("column", "value"),
    [("leaf", bytes(32)), ("chain", bytes(32)), ("topic", "letter.registered"), ("originator_version", 9)],
)
@pytest.mark.parametrize("position", [1, 48, 49])
def test_changing_another_column_names_the_event(
    datastore: Datastore, column: str, value: object, position: int
) -> None:
    """The hash, the chain, the stored name and the version are covered as the content is."""
    record(datastore, 20)
    if position == 1 and column == "topic":
        value = "letter.confirmed"
    report = tampered(datastore, lambda connection: change(connection, position, **{column: value}))
    assert (Kind.CHANGED, position) in named(report)
    assert {kind for kind, _ in named(report)} <= {Kind.CHANGED, Kind.HOLE}


def test_changing_several_neighbours_names_each(datastore: Datastore) -> None:
    """Three chains in a row that were overwritten are three changed events, and nothing more."""
    record(datastore, 20)

    def tamper(connection: Connection) -> None:
        for position in (40, 41, 42):
            change(connection, position, chain=bytes([position]) * 32)

    assert named(tampered(datastore, tamper)) == [(Kind.CHANGED, each) for each in (40, 41, 42)]


def test_changing_content_and_hash_names_where_the_chain_breaks(datastore: Datastore) -> None:
    """Whoever computes the event's hash anew breaks the chain at it."""
    record(datastore, 20)

    def tamper(connection: Connection) -> None:
        old = row(connection, 50)
        hashed = leaf(old["originator_id"], old["originator_version"], old["topic"], b"{}")
        change(connection, 50, state=b"{}", leaf=hashed)

    report = tampered(datastore, tamper)
    assert named(report) == [(Kind.BROKEN, 50)]
    assert report.findings[0].other == 49


@pytest.mark.parametrize(("first", "last"), [(1, 1), (50, 50), (48, 52), (41, 45)])
def test_removing_events_names_the_place(datastore: Datastore, first: int, last: int) -> None:
    """One event or a whole stream is missed at the next that is left."""
    record(datastore, 20)
    report = tampered(datastore, lambda connection: remove(connection, first, last))
    found = [each for each in report.findings if each.kind is not Kind.HOLE]
    assert [(each.kind, each.other, each.position) for each in found] == [(Kind.REMOVED, first - 1, last + 1)]


def test_removing_from_within_a_stream_names_the_missing_version(datastore: Datastore) -> None:
    """The stream itself tells which of its versions is gone."""
    record(datastore, 20)
    report = tampered(datastore, lambda connection: remove(connection, 48, 48))
    (hole,) = [each for each in report.findings if each.kind is Kind.HOLE]
    assert (hole.stream, hole.version, hole.position) == (stream(9), 3, 49)


def test_removing_the_newest_shows_on_sqlite_without_a_checkpoint(sqlite_datastore: Datastore) -> None:
    """SQLite remembers the last position that it gave, and takes back none but what was undone."""
    record(sqlite_datastore, 20)
    report = tampered(sqlite_datastore, lambda connection: remove(connection, 98, 100))
    (found,) = report.findings
    assert (found.kind, found.position, found.other) == (Kind.TAIL_REMOVED, 97, 100)


def _room_at(connection: Connection, position: int) -> None:
    """Make room for one row, as if the database had left a gap there."""
    lift(connection, position, 1)


def test_inserting_an_event_with_a_made_up_chain_names_it(datastore: Datastore) -> None:
    """The others follow one another past it."""
    record(datastore, 20)

    def tamper(connection: Connection) -> None:
        _room_at(connection, 50)
        forged(connection, 50, chain=bytes(32), leaf=_leaf_of(connection, 50))

    assert named(tampered(datastore, tamper)) == [(Kind.INSERTED, 50)]


def test_inserting_events_that_follow_the_one_before_names_them(datastore: Datastore) -> None:
    """A forger who chains new events properly still cannot make the next one follow them."""
    record(datastore, 20)

    def tamper(connection: Connection) -> None:
        lift(connection, 50, 2)
        for position in (50, 51):
            hashed = _leaf_of(connection, position)
            forged(
                connection, position, leaf=hashed, chain=link(row(connection, position - 1)["chain"], hashed)
            )

    assert named(tampered(datastore, tamper)) == [(Kind.INSERTED, 50), (Kind.INSERTED, 51)]


def test_inserting_an_event_first_of_all_names_it(datastore: Datastore) -> None:
    """Nothing can come before what was chained to the beginning."""
    record(datastore, 2)
    report = tampered(datastore, lambda connection: forged(connection, 0, leaf=_leaf_of(connection, 0)))
    assert (Kind.INSERTED, 0) in named(report)


def test_inserting_an_event_without_chain_names_it(datastore: Datastore) -> None:
    """What the program did not record has no place in the chain, in the middle or at the end."""
    record(datastore, 20)

    def tamper(connection: Connection) -> None:
        _room_at(connection, 50)
        forged(connection, 50, leaf=None, chain=None)
        forged(connection, 102, leaf=None, chain=None)

    report = tampered(datastore, tamper)
    assert named(report) == [(Kind.UNCHAINED, 50), (Kind.UNCHAINED, 102)]


def test_erasing_the_chain_of_recorded_events_names_them(datastore: Datastore) -> None:
    """What stands in its place without a chain is named, and what comes after it is not blamed."""
    record(datastore, 20)

    def tamper(connection: Connection) -> None:
        change(connection, 30, leaf=None, chain=None)
        change(connection, 31, chain=None)
        change(connection, 60, leaf=None)

    assert named(tampered(datastore, tamper)) == [(Kind.UNCHAINED, each) for each in (30, 31, 60)]


def test_recording_after_an_event_without_chain_goes_on_and_is_found(datastore: Datastore) -> None:
    """A service does not stand still because somebody tampered; the verification names it."""
    record(datastore, 2)
    tampered(datastore, lambda connection: change(connection, 10, leaf=None, chain=None))
    EventStore(datastore).save(registered(stream(99)))
    assert (Kind.UNCHAINED, 10) in named(verified(datastore))


def test_swapping_two_neighbours_names_what_comes_too_early(datastore: Datastore) -> None:
    """The second of two that changed places says that it belongs after the first."""
    record(datastore, 20)
    (found,) = tampered(datastore, lambda connection: permute(connection, [51, 50])).findings
    assert (found.kind, found.position, found.other) == (Kind.MOVED, 50, 51)


@pytest.mark.parametrize("last", [58, 100])
def test_swapping_two_that_stand_apart_names_both_places(datastore: Datastore, last: int) -> None:
    """Each of the two is in the other's place, also when one is the newest of all."""
    record(datastore, 20)
    order = [last, *range(51, last), 50]
    report = tampered(datastore, lambda connection: permute(connection, order))
    assert [(each.kind, each.position, each.other) for each in report.findings] == [
        (Kind.MOVED, 50, last - 1),
        (Kind.MOVED, 51, last),
    ]


def test_moving_an_event_names_it(datastore: Datastore) -> None:
    """An event moved ahead belongs after another; one moved back has another that belongs after it."""
    record(datastore, 40)

    def tamper(connection: Connection) -> None:
        permute(connection, [60, *range(50, 60)])
        permute(connection, [*range(101, 111), 100])

    report = tampered(datastore, tamper)
    assert [(each.kind, each.position, each.other) for each in report.findings] == [
        (Kind.MOVED, 50, 60),
        (Kind.MOVED, 100, 110),
    ]


def test_tampering_in_many_places_names_each(datastore: Datastore) -> None:
    """What is found at one place does not hide what is found soon after, or far from it."""
    record(datastore, 240)

    def tamper(connection: Connection) -> None:
        change(connection, 20, state=b"{}")
        remove(connection, 60, 60)
        permute(connection, [91, 90])
        change(connection, 700, topic="letter.registered")
        remove(connection, 900, 904)
        permute(connection, [1150, 1149])

    found = [each for each in named(tampered(datastore, tamper)) if each[0] is not Kind.HOLE]
    assert found == [
        (Kind.CHANGED, 20),
        (Kind.REMOVED, 61),
        (Kind.MOVED, 90),
        (Kind.CHANGED, 700),
        (Kind.REMOVED, 905),
        (Kind.MOVED, 1149),
    ]


def test_tampering_with_everything_names_so_many_and_counts_the_rest(sqlite_datastore: Datastore) -> None:
    """A trail with not one event in order is told of in bounded memory."""
    record(sqlite_datastore, 250, versions=6)

    def tamper(connection: Connection) -> None:
        for position in range(1, 1501):
            change(connection, position, state=b"{}")

    report = tampered(sqlite_datastore, tamper)
    assert (len(report.findings), report.unnamed) == (1000, 500)


def _leaf_of(connection: Connection, position: int) -> bytes:
    """Give the hash of the event that `forged` puts at a position."""
    made = row(connection, 1)
    return leaf(stream(10**6 + position), 1, made["topic"], made["state"])

"""The walk itself, on rows in memory: whatever is done to them is found, in bounded memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.ledger.chain import GENESIS, leaf, link
from events.ledger.findings import Kind
from events.ledger.merkle import root
from events.ledger.reading import Row
from events.ledger.walking import MOST_NAMED, Walk


def chained(count: int, state: bytes = b"") -> Iterator[Row]:
    """Give so many rows, each of a stream of its own, as the program records them."""
    before = GENESIS
    for position in range(1, count + 1):
        stream = UUID(int=position).bytes
        hashed = leaf(stream, 1, "t", b"%d" % position + state)
        before = link(before, hashed)
        yield Row(position, stream, 1, "t", b"%d" % position + state, hashed, before)


def walked(rows: Sequence[Row]) -> Walk:
    """Walk over rows in pages of seven."""
    walk = Walk()
    for first in range(0, len(rows), 7):
        walk.take(rows[first : first + 7])
    walk.end()
    return walk


def placed(rows: Sequence[Row]) -> list[Row]:
    """Give rows at the positions 1, 2, 3 … in the order that they have."""
    return [row._replace(position=position) for position, row in enumerate(rows, 1)]


SIZE = 60
ROWS = list(chained(SIZE))
PLACES = st.integers(0, SIZE - 1)


@given(PLACES, st.sampled_from(["state", "leaf", "chain", "stream"]), st.integers(0, 7))
def test_flipping_any_bit_names_the_event_and_no_other(at: int, column: str, bit: int) -> None:
    """One bit of what a row has in any covered column."""
    value = getattr(ROWS[at], column)
    changed = ROWS[at]._replace(**{column: bytes([value[0] ^ (1 << bit)]) + value[1:]})
    found = walked([*ROWS[:at], changed, *ROWS[at + 1 :]]).findings
    # Of the last row's chain nothing follows that could tell whether the row or what was before it is gone.
    last = at == SIZE - 1 and column == "chain"
    assert [(each.kind, each.position) for each in found] == [(Kind.BROKEN if last else Kind.CHANGED, at + 1)]


@given(st.integers(0, SIZE - 2), st.integers(1, 5))
def test_removing_any_but_the_newest_names_the_place(at: int, count: int) -> None:
    """What is left after the gap follows from nothing that is there."""
    rows = [*ROWS[:at], *ROWS[at + count :]]
    if at + count < SIZE:
        (found,) = walked(rows).findings
        assert (found.kind, found.other, found.position) == (Kind.REMOVED, at, at + count + 1)
        (found,) = walked(placed(rows)).findings
        assert (found.kind, found.position) == (Kind.BROKEN, at + 1)


@given(PLACES, st.booleans())
def test_inserting_anywhere_names_what_was_inserted(at: int, follows: bool) -> None:
    """With a chain that is made up or computed from the row before, before any row that was recorded."""
    hashed = leaf(bytes(16), 1, "t", b"forged")
    before = (ROWS[at - 1].chain if at else GENESIS) or GENESIS
    row = Row(0, bytes(16), 1, "t", b"forged", hashed, link(before, hashed) if follows else bytes(32))
    found = walked(placed([*ROWS[:at], row, *ROWS[at:]])).findings
    assert [(each.kind, each.position) for each in found] == [(Kind.INSERTED, at + 1)]


@given(st.permutations(range(SIZE)))
def test_shuffling_names_only_what_stands_before_the_one_it_follows(order: list[int]) -> None:
    """In any order at all nothing is taken for removed, inserted or changed."""
    found = walked(placed([ROWS[each] for each in order])).findings
    place = {each: position for position, each in enumerate(order, 1)}
    early = sorted((place[each], place[each - 1]) for each in range(1, SIZE) if place[each] < place[each - 1])
    assert sorted((each.position, each.other) for each in found) == early
    assert {each.kind for each in found} <= {Kind.MOVED}


def test_walking_gives_root_and_head_at_each_size_that_is_asked_for() -> None:
    """One pass tells what a checkpoint of each size would have said."""
    walk = Walk([0, 1, 33, 60, 61])
    walk.take(ROWS)
    assert set(walk.marks) == {0, 1, 33, 60}
    for size in (1, 33, 60):
        head, leaves = ROWS[size - 1].chain, [row.leaf or b"" for row in ROWS[:size]]
        assert walk.marks[size] == (size, root(leaves).hex(), (head or b"").hex())


def test_swapping_beyond_the_window_is_found_all_the_same() -> None:
    """Two that stand too far apart to be named as moved are still not taken for sound."""
    rows = list(chained(2000))
    rows[100], rows[1900] = rows[1900], rows[100]
    assert {101, 102, 1901, 1902} <= {each.position for each in walked(placed(rows)).findings}


@pytest.mark.parametrize(
    ("keep", "many", "few"),
    [
        (lambda at: True, 40_000, 5_000),
        (lambda at: at % 400, 8_000, 2_000),
        (lambda at: at % 2, 3_000, 1_500),
    ],
    ids=["untouched", "some gone", "half gone"],
)
def test_walking_over_many_takes_no_more_memory_than_over_few(
    keep: Callable[[int], object], many: int, few: int
) -> None:
    """Tens of thousands of events, or some thousands of which some are gone, in constant memory."""

    def peak(count: int) -> int:
        walk, rows = Walk(), (row for row in chained(count, b" " * 400) if keep(row.position))
        tracemalloc.start()
        while page := list(islice(rows, 500)):
            walk.take(page)
        walk.end()
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    # What is named takes memory too, up to as many as are named.
    assert peak(many) < peak(few) * 1.2 + (MOST_NAMED * 500 if many < 40_000 else 0)

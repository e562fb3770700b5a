"""Proofs: that an event is in the trail, and that the trail grew from what it was.

Both are computed from the stored hashes in one pass and constant memory, whatever the size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from sqlalchemy import Connection, func, select

from events.ledger import merkle
from events.ledger.merkle import Frontier, Range
from events.ledger.reading import hashes
from events.store.schema import events


class NotThere(LookupError):
    """No event has that position, or the trail never was of that size."""


@dataclass(frozen=True, slots=True)
class Inclusion:
    """That the event with this leaf is number `index`, from 0, of the `size` events with this root."""

    index: int
    size: int
    leaf: bytes
    path: tuple[bytes, ...]
    root: bytes

    def holds(self) -> bool:
        """Tell whether the path leads from the leaf to the root."""
        return merkle.verify_inclusion(self.leaf, self.index, self.size, self.path, self.root)


@dataclass(frozen=True, slots=True)
class Growth:
    """That the `new` events with the one root begin with the `old` events with the other."""

    old: int
    new: int
    old_root: bytes
    new_root: bytes
    path: tuple[bytes, ...]

    def holds(self) -> bool:
        """Tell whether the path leads to both roots."""
        return merkle.verify_consistency(self.old, self.new, self.old_root, self.new_root, self.path)


def index_of(connection: Connection, position: int) -> int:
    """Give the number of the event at a position, counted from 0; raises `NotThere`."""
    place = events.c.position
    if connection.execute(select(place).where(place == position)).first() is None:
        raise NotThere(f"no event at position {position}")
    return connection.execute(select(func.count()).where(place < position)).scalar_one()


def inclusion(connection: Connection, position: int, size: int) -> Inclusion:
    """Prove that the event at a position is among the first `size`; raises `NotThere`, `Unchained`."""
    index = index_of(connection, position)
    if not index < size:
        raise NotThere(f"the event at position {position} came after the first {size}")
    ranges = merkle.inclusion_ranges(index, size)
    folded = _folded(connection, size, [*ranges, (index, index + 1), (0, size)])
    *path, leaf, root = (folded[each] for each in [*ranges, (index, index + 1), (0, size)])
    return Inclusion(index, size, leaf, tuple(path), root)


def consistency(connection: Connection, old: int, new: int) -> Growth:
    """Prove that the first `new` events begin with the first `old`; raises `NotThere`, `Unchained`."""
    if not 0 < old <= new:
        raise NotThere(f"{new} events did not grow from {old}")
    ranges = merkle.consistency_ranges(old, new)
    folded = _folded(connection, new, [*ranges, (0, old), (0, new)])
    path = tuple(folded[each] for each in ranges)
    return Growth(old, new, folded[0, old], folded[0, new], path)


def _folded(connection: Connection, size: int, ranges: Iterable[Range]) -> dict[Range, bytes]:
    """Give the root of each range of leaves, (0, size) among them, all in one pass over them."""
    frontiers = {each: Frontier() for each in ranges}
    for leaf, open_now in zip(_leaves(connection, size), _open(frontiers), strict=False):
        for frontier in open_now:
            frontier.append(leaf)
    count = frontiers[0, size].size
    if count < size:
        raise NotThere(f"the trail has {count} events, not {size}")
    return {each: frontier.root() for each, frontier in frontiers.items()}


def _leaves(connection: Connection, size: int) -> Iterator[bytes]:
    return (leaf for _, leaf, _ in islice(hashes(connection), size))


def _open(frontiers: dict[Range, Frontier]) -> Iterator[list[Frontier]]:
    """Give, for each leaf in turn, the frontiers of the ranges that it is in."""
    edges = sorted({edge for each in frontiers for edge in each})
    for first, last in pairwise(edges):
        inside = [frontier for (a, b), frontier in frontiers.items() if a <= first and last <= b]
        for _ in range(first, last):
            yield inside

"""A stretch of rows that do not all follow one another: what happened to them.

Every row carries the chain's value after it, and with its hash that tells which row it was recorded
after. In a stretch as long as this looks at, a row that follows none of the others tells of
something that is gone; one that follows a later one, of order; and one that the others follow one
another past, of something that was put there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from uuid import UUID

from events.ledger.chain import leaf, link
from events.ledger.findings import Finding, Kind
from events.ledger.reading import Row


class Link(NamedTuple):
    """A row with its hash computed anew."""

    row: Row
    hashed: bytes

    def follows(self, before: bytes | None) -> bool:
        """Tell whether the row was recorded when the chain had this value."""
        if before is None or self.row.chain is None:
            return False
        if link(before, self.hashed) == self.row.chain:
            return True
        # The hash that is stored may be right, and the content not.
        stored = self.row.leaf
        return stored is not None and stored != self.hashed and link(before, stored) == self.row.chain

    def finding(self, kind: Kind, other: int = 0) -> Finding:
        """Name this row."""
        row = self.row
        return Finding(kind, row.position, other, UUID(bytes=row.stream), row.version, row.topic)


def computed(row: Row) -> Link:
    """Give a row with its hash computed from its content."""
    return Link(row, leaf(row.stream, row.version, row.topic, row.state))


def untangle(start: bytes, links: Sequence[Link], first: int) -> Iterator[Finding]:
    """Name what does not follow among the links, of which those before number `first` follow one another.

    `start` is the chain's value before all of them. A hash that is not that of the content, or is
    missing, shows without the others, and is not named here.
    """
    after, repaired = _predecessors(start, links, first)
    passed = _passed(after)
    for number, one in enumerate(links):
        row, before = one.row, after[number]
        other = links[number - 1].row.position if number else 0
        if row.chain is None or (number < first and number not in passed):
            continue
        if number in repaired:
            if row.leaf == one.hashed:
                yield one.finding(Kind.CHANGED)
        elif number in passed:
            yield one.finding(Kind.INSERTED)
        elif before > number:
            yield one.finding(Kind.MOVED, links[before].row.position)
        elif before == _NOBODY and row.position != other + 1:
            yield one.finding(Kind.REMOVED, other)
        elif before == _NOBODY and row.leaf == one.hashed:
            yield one.finding(Kind.BROKEN, other)


_START = -1
_NOBODY = -2


def _predecessors(start: bytes, links: Sequence[Link], first: int) -> tuple[list[int], set[int]]:
    """Give for each link the number of the one it follows, and those whose own chain is what is wrong."""
    after = list(range(_START, len(links) - 1))
    values = [link.row.chain for link in links]
    expected, doubted, repaired = (values[first - 1] if first else start) or start, list[int](), set[int]()
    for number in range(first, len(links)):
        one, before = links[number], values[number - 1] if number else start
        if one.follows(expected) and doubted:
            # Those in between are in their place, whatever their own chain says.
            repaired.update(doubted)
        elif not one.follows(before):
            after[number] = _search(one, start, values)
        if after[number] == _NOBODY:
            expected = link(expected, one.hashed)
            doubted.append(number)
        else:
            expected, doubted = one.row.chain or expected, []
    after = [number - 1 if number in repaired else before for number, before in enumerate(after)]
    return after, repaired


def _search(one: Link, start: bytes, values: Sequence[bytes | None]) -> int:
    """Give the number of the link that this one follows, the nearest to the end first."""
    for number in range(len(values) - 1, _START, -1):
        if one.follows(values[number]):
            return number
    return _START if one.follows(start) else _NOBODY


def _passed(after: Sequence[int]) -> set[int]:
    """Give the numbers that the others follow one another past, and that lead to none of them."""
    spanned: set[int] = set()
    for number, before in enumerate(after):
        if before != _NOBODY:
            spanned.update(range(before + 1, number))
    leading: set[int] = set()
    for end in set(range(len(after))) - spanned:
        number = end
        while number >= 0 and number not in leading:
            leading.add(number)
            number = after[number]
    return spanned - leading - _continuing(after, leading)


def _continuing(after: Sequence[int], leading: set[int]) -> set[int]:
    """Give the numbers that alone follow the end of what leads on: the newest event may stand anywhere."""
    children: dict[int, list[int]] = {}
    for number, before in enumerate(after):
        children.setdefault(before, []).append(number)
    found: set[int] = set()
    for number in leading | {_START}:
        while len(children.get(number, ())) == 1:
            (number,) = children[number]
            if number in leading or number in found:
                break
            found.add(number)
    return found

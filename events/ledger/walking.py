"""Walking the whole trail, computing every hash anew, and naming what does not fit."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence

from sqlalchemy import Connection

from events.ledger.against import Mark, compare
from events.ledger.chain import GENESIS, leaf, link
from events.ledger.checkpoint import Checkpoint
from events.ledger.findings import Finding, Kind, Report
from events.ledger.merkle import Frontier
from events.ledger.missing import holes, tail
from events.ledger.reading import Row, pages
from events.ledger.tangle import Link, computed, untangle

WINDOW = 256
"""How many rows apart two that belong together may stand and still be named as moved."""
LONGEST = 4 * WINDOW
MOST_NAMED = 1000


def verify(
    connection: Connection,
    checkpoints: Sequence[Checkpoint] = (),
    stored: Collection[str] = (),
    progress: Callable[[int], object] = lambda count: None,
) -> Report:
    """Walk every event of one consistent state (`Datastore.reading`), in constant memory.

    `checkpoints` are those to hold the trail to, whose signatures are good; `stored` the digests of
    those among them that this database itself knows. `progress` is told the number of events of
    each page.
    """
    walk = Walk(each.size for each in checkpoints)
    for page in pages(connection):
        walk.take(page)
        progress(len(page))
    walk.end()
    compared = compare(walk.marks, walk.frontier.size, checkpoints, stored)
    found = sorted(walk.findings, key=lambda each: each.position)
    for more in (holes(connection), tail(connection, walk.position), compared.findings):
        found.extend(more)
    return Report(
        walk.frontier.size,
        walk.position,
        walk.frontier.root(),
        walk.head,
        tuple(found),
        walk.unnamed,
        compared.fitting,
    )


class Walk:
    """The walk so far; `marks` has what a checkpoint of each of the given sizes would say."""

    def __init__(self, sizes: Iterable[int] = ()) -> None:
        """Begin before the first event."""
        self.frontier = Frontier()
        self.head = GENESIS
        self.position = 0
        self.findings: list[Finding] = []
        self.unnamed = 0
        self.marks = {0: Mark(0, self.frontier.root().hex(), GENESIS.hex())}
        self._sizes = frozenset(sizes)
        self._start = GENESIS
        self._recent: deque[Row] = deque(maxlen=WINDOW)
        self._tangled: list[Link] = []
        self._quiet = 0

    def take(self, page: Iterable[Row]) -> None:
        """Walk on over the next rows."""
        frontier, sizes = self.frontier, self._sizes
        for row in page:
            hashed = leaf(row.stream, row.version, row.topic, row.state)
            frontier.append(hashed)
            if row.leaf == hashed and link(self.head, hashed) == row.chain and not self._tangled:
                self.head = row.chain
                self._remember(row)
            else:
                self._odd(Link(row, hashed))
            self.position = row.position
            if frontier.size in sizes:
                self.marks[frontier.size] = Mark(row.position, frontier.root().hex(), self.head.hex())

    def end(self) -> None:
        """Name what is still open."""
        if self._tangled:
            self._untangle()

    def _remember(self, row: Row) -> None:
        if len(self._recent) == WINDOW:
            self._start = self._recent[0].chain or self._start
        self._recent.append(row)

    def _odd(self, one: Link) -> None:
        """Take a row that does not fit, or one soon after such a row."""
        row, follows = one.row, one.follows(self.head)
        if row.leaf is None or row.chain is None:
            self._name(one.finding(Kind.UNCHAINED))
        elif row.leaf != one.hashed:
            self._name(one.finding(Kind.CHANGED))
        self.head = row.chain or link(self.head, one.hashed)
        if not self._tangled and (follows or len(self.findings) >= MOST_NAMED):
            self.unnamed += not follows
            self._remember(row)
            return
        self._tangled.append(one)
        self._quiet = self._quiet + 1 if follows else 0
        if self._quiet >= WINDOW or len(self._tangled) >= LONGEST:
            self._untangle()

    def _untangle(self) -> None:
        known = [computed(row) for row in self._recent]
        for finding in untangle(self._start, [*known, *self._tangled], len(known)):
            self._name(finding)
        for one in self._tangled:
            self._remember(one.row)
        self._tangled, self._quiet = [], 0

    def _name(self, finding: Finding) -> None:
        if len(self.findings) < MOST_NAMED:
            self.findings.append(finding)
        else:
            self.unnamed += 1

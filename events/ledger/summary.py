"""How far the trail has come: what a checkpoint is taken of."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection

from events.ledger.chain import GENESIS
from events.ledger.merkle import Frontier
from events.ledger.reading import hashes


class Summary(NamedTuple):
    """The number of events, the position of the last, the Merkle root over them, the chain's value."""

    size: int
    position: int
    root: bytes
    head: bytes


def summary(connection: Connection) -> Summary:
    """Summarise the trail from its stored hashes, in one pass and constant memory; raises `Unchained`.

    It takes the hashes on trust; `events.ledger.walking.verify` gives the same of a sound trail
    after computing every hash anew.
    """
    frontier, position, head = Frontier(), 0, GENESIS
    for position, leaf, head in hashes(connection):  # noqa: B007  # the last ones are the answer
        frontier.append(leaf)
    return Summary(frontier.size, position, frontier.root(), head)

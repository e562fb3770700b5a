"""The chain: every event's place follows from all that came before it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate
from uuid import UUID

from events.ledger.merkle import leaf_hash

GENESIS = sha256(b"fristvakt ledger 1").digest()
"""What the first event is chained to."""


def leaf(originator_id: UUID | bytes, originator_version: int, topic: str, state: bytes) -> bytes:
    """Give the hash of an event as it is stored: stream (or its 16 bytes), version, stored name, bytes.

    The fields before the bytes have their lengths fixed or stated, so that no two events can have
    the same content. The position is left out: the order of the chain is the order.
    """
    stream = originator_id if isinstance(originator_id, bytes) else originator_id.bytes
    return leaf_hash(stream + originator_version.to_bytes(8, "big") + _name(topic) + state)


@lru_cache(maxsize=1000)
def _name(topic: str) -> bytes:
    name = topic.encode()
    return len(name).to_bytes(2, "big") + name


def link(before: bytes, leaf: bytes) -> bytes:
    """Give the chain's value after an event: what it was before, and the event's hash."""
    return sha256(b"\x02" + before + leaf).digest()


def links(before: bytes | None, leaves: Iterable[bytes]) -> list[bytes]:
    """Give the chain's value after each of these events; `before` is None where there are none before."""
    return list(accumulate(leaves, link, initial=GENESIS if before is None else before))[1:]

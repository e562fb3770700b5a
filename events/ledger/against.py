"""The trail against the checkpoints that were taken of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from events.ledger.checkpoint import Checkpoint
from events.ledger.findings import Finding, Kind


class Mark(NamedTuple):
    """What a checkpoint would say of the trail at some size; hashes are hexadecimal."""

    position: int
    root: str
    head: str


class Compared(NamedTuple):
    """What does not fit, and the newest checkpoint that does."""

    findings: list[Finding]
    fitting: Checkpoint | None


def compare(
    marks: Mapping[int, Mark], size: int, checkpoints: Iterable[Checkpoint], stored: Collection[str]
) -> Compared:
    """Hold checkpoints to the marks at their sizes, in a trail of `size` events.

    `stored` are the digests of the checkpoints that this database itself knows. A later checkpoint
    that fits vouches for everything up to it: an earlier one that does not fit is itself changed.
    Of those after the newest that fits only the first says something, each way of going wrong.
    """
    ordered = sorted(checkpoints, key=lambda each: each.size)
    fitting = [each for each in ordered if marks.get(each.size) == Mark(each.position, each.root, each.head)]
    vouched = fitting[-1].size if fitting else -1
    found: dict[Kind | str, Finding] = {}
    for each in ordered:
        if each in fitting:
            continue
        kind = Kind.CHECKPOINT_CHANGED if each.size <= vouched else _kind(each, size, stored)
        key = each.digest if kind is Kind.CHECKPOINT_CHANGED else kind
        found.setdefault(key, Finding(kind, each.position, checkpoint=each))
    return Compared(list(found.values()), fitting[-1] if fitting else None)


def _kind(checkpoint: Checkpoint, size: int, stored: Collection[str]) -> Kind:
    if checkpoint.digest not in stored:
        return Kind.RESTORED
    return Kind.TAIL_REMOVED if checkpoint.size > size else Kind.REWRITTEN

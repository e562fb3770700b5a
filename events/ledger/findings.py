"""What a verification found: each thing that does not fit, by its kind and its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from events.ledger.checkpoint import Checkpoint


class Kind(StrEnum):
    """What does not fit, as exactly as the rows themselves can tell."""

    CHANGED = "changed"
    """A byte of an event is another than when it was recorded: of its content, its hash or its chain."""
    REMOVED = "removed"
    """One event or more are gone from between `other` and `position`."""
    BROKEN = "broken"
    """Between `other` and `position`, which are neighbours, something was rewritten, hash and all."""
    INSERTED = "inserted"
    """An event was put where the others follow one another past it."""
    MOVED = "moved"
    """An event stands in the wrong order: it belongs right after the one at `other`."""
    UNCHAINED = "unchained"
    """An event without its hash or chain: the program did not record it."""
    HOLE = "hole"
    """A version of a stream is not there; `position` is that of the next one."""
    TAIL_REMOVED = "tail_removed"
    """The newest events are gone: the database knows the checkpoint, or gave positions, beyond the last."""
    REWRITTEN = "rewritten"
    """The trail is another than when the checkpoint, which this database knows, was taken."""
    RESTORED = "restored"
    """The checkpoint is unknown here and does not fit: an older copy of the trail stands in its place."""
    CHECKPOINT_CHANGED = "checkpoint_changed"
    """The checkpoint says something else than a trail that a later checkpoint vouches for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit, and where: `position` is an event's, 0 when there is none to name."""

    kind: Kind
    position: int = 0
    other: int = 0
    stream: UUID | None = None
    version: int = 0
    topic: str = ""
    checkpoint: Checkpoint | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """How far the trail has come, and what does not fit in it, in the order it was met.

    `root` is the Merkle root over the content of every row as it stands, `head` the chain's last
    value. `unnamed` counts what was found after there were too many to name. `fitting` is the
    newest of the checkpoints that the trail agrees with.
    """

    size: int
    position: int
    root: bytes
    head: bytes
    findings: tuple[Finding, ...]
    unnamed: int
    fitting: Checkpoint | None

    @property
    def sound(self) -> bool:
        """Tell whether everything fits."""
        return not self.findings

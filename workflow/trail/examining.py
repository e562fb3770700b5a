"""The trail held against every checkpoint there is, and every checkpoint against its signature."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from events.ledger.checkpoint import NotACheckpoint, Signed, from_json
from events.ledger.findings import Report
from events.ledger.walking import verify
from workflow.trail.keys import signed_well


class Wrong(StrEnum):
    """What is wrong with a checkpoint itself, whatever the trail says."""

    UNREADABLE = "checkpoint-unreadable"
    """It cannot be read, or says something else than it is kept as."""
    CHANGED = "checkpoint-changed"
    """The signature is of other words."""
    UNKNOWN_KEY = "checkpoint-unknown-key"
    """It is signed, but with a key that is not ours."""
    LOST = "checkpoint-lost"
    """The one before it is gone from this database."""


@dataclass(frozen=True, slots=True)
class Given:
    """A checkpoint to hold the trail to; `place` is its file, «» the database itself."""

    place: str
    digest: str
    signed: Signed | None

    @classmethod
    def kept(cls, digest: str, content: str) -> Given:
        """Take one from the database; one kept under another's digest is not readable as what it is."""
        try:
            signed = from_json(content)
        except NotACheckpoint:
            return cls("", digest, None)
        return cls("", digest, signed)

    @classmethod
    def file(cls, place: str, signed: Signed) -> Given:
        """Take one from elsewhere."""
        return cls(place, signed.checkpoint.digest, signed)


@dataclass(frozen=True, slots=True)
class Fault:
    """A checkpoint with which something is wrong."""

    wrong: Wrong
    given: Given


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found about the trail and about the checkpoints; `confirmed` says whether a key was known."""

    trail: Report
    faults: tuple[Fault, ...]
    checkpoints: int
    confirmed: bool

    @property
    def sound(self) -> bool:
        """Tell whether everything fits."""
        return self.trail.sound and not self.faults


def examine(
    connection: Connection,
    given: Sequence[Given],
    keys: Collection[str],
    progress: Callable[[int], object] = lambda count: None,
) -> Examined:
    """Walk the trail in constant memory, with those checkpoints that are signed with one of these keys.

    Without any known key a signature is held to the key beside it, which only shows that nobody
    changed one of the two alone.
    """
    faults = [*_faults(given, keys), *_lost(given)]
    broken = {id(fault.given) for fault in faults if fault.wrong is not Wrong.LOST}
    good = [each for each in given if id(each) not in broken]
    held = {each.digest: each.signed.checkpoint for each in good if each.signed is not None}
    known = {each.digest for each in good if not each.place}
    report = verify(connection, list(held.values()), known, progress)
    return Examined(report, tuple(faults), len(given), bool(keys))


def _faults(given: Sequence[Given], keys: Collection[str]) -> Iterator[Fault]:
    for each in given:
        if each.signed is None:
            yield Fault(Wrong.UNREADABLE, each)
        elif each.signed.checkpoint.digest != each.digest or not signed_well(each.signed):
            yield Fault(Wrong.CHANGED, each)
        elif keys and each.signed.key not in keys:
            yield Fault(Wrong.UNKNOWN_KEY, each)


def _lost(given: Sequence[Given]) -> Iterator[Fault]:
    """Name each checkpoint of the database whose predecessor is not there any more."""
    here = {each.digest for each in given if not each.place}
    for each in given:
        before = each.signed.checkpoint.previous if each.signed is not None else ""
        if not each.place and before and before not in here:
            yield Fault(Wrong.LOST, each)

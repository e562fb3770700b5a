"""Proofs as files: that events are in the trail, and that the trail grew, without handing over the rest."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, select

from events.ledger import merkle
from events.ledger.checkpoint import NotACheckpoint, Signed, from_json
from events.ledger.proofs import NotThere, consistency, inclusion
from events.ledger.reading import rows
from events.store.schema import events
from workflow.language import N_
from workflow.trail.keys import signed_well
from workflow.trail.open_form import leaf_of, open_form
from workflow.trail.refusals import DidNotGrow, NoSuchEvent

FORMAT = "fristvakt-proof-1"

BAD_SIGNATURE = N_("the checkpoint's signature is of other words")
FOREIGN_KEY = N_("the checkpoint is signed with a key that is not known")
NOT_IN_IT = N_("the event is not in the trail that the checkpoint vouches for")
NO_GROWTH = N_("the newer checkpoint's trail does not begin with the older one's")
NOTHING = N_("no event is in it")


class Checked(NamedTuple):
    """What a proof shows: why it fails («» where it holds), and what it is about."""

    failure: str
    kind: str
    events: Sequence[dict[str, Any]]
    checkpoints: Sequence[Signed]


def positions_of(connection: Connection, stream: UUID, until: int) -> list[int]:
    """Give the positions of a stream's events up to one."""
    query = select(events.c.position).where(events.c.originator_id == stream, events.c.position <= until)
    return list(connection.execute(query.order_by(events.c.position)).scalars())


def prove(connection: Connection, positions: Sequence[int], signed: Signed) -> str:
    """Prove that these events are among those of a checkpoint; raises `NoSuchEvent`, `DidNotGrow`.

    One pass over the hashes for each event, in constant memory.
    """
    proved = [_proved(connection, position, signed) for position in positions]
    return _written("inclusion", events=proved, checkpoint=_open(signed))


def prove_growth(connection: Connection, old: Signed, new: Signed) -> str:
    """Prove that the newer checkpoint's trail begins with the older one's; raises `DidNotGrow`."""
    sizes = old.checkpoint.size, new.checkpoint.size
    try:
        found = consistency(connection, *sizes)
    except NotThere as error:
        raise DidNotGrow from error
    if (found.old_root.hex(), found.new_root.hex()) != (old.checkpoint.root, new.checkpoint.root):
        raise DidNotGrow
    path = [each.hex() for each in found.path]
    return _written("growth", old=_open(old), new=_open(new), path=path)


def check(text: str, keys: Collection[str]) -> Checked:
    """Check a proof without any database; raises `ValueError` where the text is none."""
    try:
        proof = json.loads(text)
        if proof["format"] != FORMAT:
            raise ValueError(proof["format"])
        return _CHECKS[proof["kind"]](proof, keys)
    except (KeyError, TypeError, AttributeError, OverflowError, NotACheckpoint, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _proved(connection: Connection, position: int, signed: Signed) -> dict[str, Any]:
    try:
        found = inclusion(connection, position, signed.checkpoint.size)
    except NotThere as error:
        raise NoSuchEvent(position=position, size=signed.checkpoint.size) from error
    if found.root.hex() != signed.checkpoint.root:
        raise DidNotGrow
    row = next(rows(connection, position - 1, position))
    return {**open_form(row), "index": found.index, "path": [each.hex() for each in found.path]}


def _check_inclusion(proof: dict[str, Any], keys: Collection[str]) -> Checked:
    signed = _read(proof["checkpoint"])
    failure = _signature(signed, keys) or ("" if proof["events"] else NOTHING)
    for event in proof["events"]:
        failure = failure or ("" if _included(event, signed) else NOT_IN_IT)
    return Checked(failure, "inclusion", proof["events"], [signed])


def _included(event: dict[str, Any], signed: Signed) -> bool:
    taken, path = signed.checkpoint, [bytes.fromhex(each) for each in event["path"]]
    root = bytes.fromhex(taken.root)
    return merkle.verify_inclusion(leaf_of(event), event["index"], taken.size, path, root)


def _check_growth(proof: dict[str, Any], keys: Collection[str]) -> Checked:
    old, new = _read(proof["old"]), _read(proof["new"])
    failure = _signature(old, keys) or _signature(new, keys)
    path = [bytes.fromhex(each) for each in proof["path"]]
    sizes = old.checkpoint.size, new.checkpoint.size
    roots = bytes.fromhex(old.checkpoint.root), bytes.fromhex(new.checkpoint.root)
    if not failure and not merkle.verify_consistency(*sizes, *roots, path):
        failure = NO_GROWTH
    return Checked(failure, "growth", [], [old, new])


_CHECKS = {"inclusion": _check_inclusion, "growth": _check_growth}


def _signature(signed: Signed, keys: Collection[str]) -> str:
    if not signed_well(signed):
        return BAD_SIGNATURE
    return FOREIGN_KEY if keys and signed.key not in keys else ""


def _open(signed: Signed) -> dict[str, Any]:
    return {"checkpoint": asdict(signed.checkpoint), "signature": signed.signature, "key": signed.key}


def _read(value: Any) -> Signed:
    return from_json(json.dumps(value))


def _written(kind: str, **facts: Any) -> str:
    return json.dumps({"format": FORMAT, "kind": kind, **facts}, ensure_ascii=False, indent=2) + "\n"

"""What only a checkpoint that was kept elsewhere can show: cut, rewritten and restored trails."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select

from events.ledger.checkpoint import Checkpoint
from events.ledger.findings import Kind
from events.store.datastore import Datastore
from events.store.schema import events
from tests.events.ledger.trail import (
    Tamper,
    chain_anew,
    change,
    checkpoint,
    permute,
    record,
    remove,
    tampered,
    verified,
)


@pytest.fixture
def taken(datastore: Datastore) -> list[Checkpoint]:
    """Give three checkpoints, taken after 20, 40 and 60 events of 70."""
    found = []
    for first in (0, 4, 8):
        record(datastore, 4, first=first)
        found.append(checkpoint(datastore))
    record(datastore, 2, first=12)
    return found


def test_verifying_what_grew_from_every_checkpoint_finds_nothing(
    datastore: Datastore, taken: list[Checkpoint]
) -> None:
    """Growth is no change."""
    report = verified(datastore, taken, taken)
    assert report.sound
    assert report.fitting == taken[-1]


def test_removing_the_newest_events_is_named_with_the_first_checkpoint_beyond(
    datastore: Datastore, taken: list[Checkpoint]
) -> None:
    """What is left is sound; the checkpoint that the database itself knows says that there was more."""
    with_tail_gone = tampered(datastore, lambda connection: remove(connection, 31, 70))
    assert {each.kind for each in with_tail_gone.findings} <= {Kind.TAIL_REMOVED}
    report = verified(datastore, taken, taken)
    found = [each for each in report.findings if each.checkpoint is not None]
    assert [(each.kind, each.checkpoint) for each in found] == [(Kind.TAIL_REMOVED, taken[1])]
    assert report.fitting == taken[0]


def _change_and_chain_anew(connection: Connection) -> None:
    change(connection, 33, state=b"{}")
    chain_anew(connection, 33)


def _swap_and_chain_anew(connection: Connection) -> None:
    permute(connection, [34, 33])
    chain_anew(connection)


@pytest.mark.parametrize("tamper", [_change_and_chain_anew, _swap_and_chain_anew])
def test_rewriting_the_whole_chain_shows_by_a_checkpoint_alone(
    datastore: Datastore, taken: list[Checkpoint], tamper: Tamper
) -> None:
    """A forger who computes everything anew makes a sound trail, and another one than it was."""
    assert tampered(datastore, tamper).sound
    report = verified(datastore, taken, taken)
    assert [(each.kind, each.checkpoint) for each in report.findings] == [(Kind.REWRITTEN, taken[1])]
    assert report.fitting == taken[0]


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize(
    "changes",
    [{"root": "0" * 64}, {"head": "0" * 64}, {"position": 7}, {"size": 19}, {"size": 21}],
    ids=["root", "head", "position", "smaller", "larger"],
)
def test_changing_a_checkpoint_is_told_from_changing_the_trail(
    datastore: Datastore, taken: list[Checkpoint], which: int, changes: dict[str, object]
) -> None:
    """A later checkpoint that fits vouches for the trail; the one that does not fit is itself changed."""
    changed = replace(taken[which], **changes)  # type: ignore[arg-type]  # of the field that is named
    given = [changed if each is taken[which] else each for each in taken]
    report = verified(datastore, given, given)
    assert [(each.kind, each.checkpoint) for each in report.findings] == [(Kind.CHECKPOINT_CHANGED, changed)]


def test_changing_the_trail_is_not_blamed_on_the_checkpoints(
    datastore: Datastore, taken: list[Checkpoint]
) -> None:
    """A changed event is named, and with it the first checkpoint that tells of it."""
    tampered(datastore, lambda connection: change(connection, 33, state=b"{}"))
    found = verified(datastore, taken, taken).findings
    assert [(each.kind, each.checkpoint) for each in found] == [
        (Kind.CHANGED, None),
        (Kind.REWRITTEN, taken[1]),
    ]


@pytest.mark.parametrize("go_on", [0, 20])
def test_restoring_an_old_backup_is_named_by_the_checkpoint_kept_elsewhere(
    datastore: Datastore, tmp_path: Path, sqlite_template: Path, go_on: int
) -> None:
    """An older copy is sound and knows nothing of the later checkpoint, gone on with or not."""
    record(datastore, 4)
    early = checkpoint(datastore)
    old = _copied(datastore, tmp_path / "old.db", sqlite_template)
    record(datastore, 4, first=4)
    late = checkpoint(datastore)
    record(old, go_on, first=50)
    report = verified(old, [early, late], [early])
    old.close()
    assert [(each.kind, each.checkpoint) for each in report.findings] == [(Kind.RESTORED, late)]
    assert report.fitting == early


def test_holding_to_a_checkpoint_of_another_trail_does_not_fit(datastore: Datastore) -> None:
    """A checkpoint of somebody else's trail fits none."""
    record(datastore, 2)
    foreign = replace(checkpoint(datastore), root="1" * 64)
    assert [each.kind for each in verified(datastore, [foreign]).findings] == [Kind.RESTORED]


def _copied(datastore: Datastore, file: Path, template: Path) -> Datastore:
    """Give a copy of the events in a database of its own, as a backup would have kept them."""
    file.write_bytes(template.read_bytes())
    copy = Datastore(f"sqlite:///{file}")
    with datastore.reading() as connection:
        rows = [dict(row) for row in connection.execute(select(events)).mappings()]
    with copy.unit_of_work() as connection:
        connection.execute(insert(events), rows)
    return copy

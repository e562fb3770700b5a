"""Proofs from the database: one event's presence, and the growth between two sizes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from events.ledger import proofs
from events.ledger.proofs import NotThere
from events.ledger.reading import Unchained
from events.ledger.summary import summary
from events.store.datastore import Datastore
from tests.events.ledger.trail import change, checkpoint, record, remove, row
from tests.kit.tampering import tampering

SIZES = (1, 2, 3, 7, 8, 9, 31, 32, 33, 70)


@pytest.mark.parametrize("size", SIZES)
def test_proving_presence_holds_for_every_event_up_to_the_size(datastore: Datastore, size: int) -> None:
    """Each event is proved under the root of that size, with its own leaf and at its own place."""
    record(datastore, 14)
    with datastore.reading() as connection:
        for position in range(1, size + 1):
            proof = proofs.inclusion(connection, position, size)
            assert proof.holds()
            assert (proof.index, proof.leaf) == (position - 1, row(connection, position)["leaf"])
            assert not replace(proof, leaf=bytes(32)).holds()


@pytest.mark.parametrize("old", SIZES)
def test_proving_growth_leads_from_the_one_checkpoint_to_the_other(datastore: Datastore, old: int) -> None:
    """The roots of the proof are those that checkpoints have at those sizes."""
    record(datastore, 14)
    with datastore.reading() as connection:
        for new in (each for each in SIZES if each >= old):
            proof = proofs.consistency(connection, old, new)
            assert proof.holds()
            assert not replace(proof, old_root=bytes(32)).holds()
    assert proof.new_root.hex() == checkpoint(datastore).root


def test_proving_an_event_in_a_trail_with_gaps_counts_events_and_not_positions(
    datastore: Datastore,
) -> None:
    """A place in the tree is a number of events; positions may have been given in vain."""
    record(datastore, 4)
    with tampering(datastore) as connection:
        remove(connection, 5, 9)
    with datastore.reading() as connection:
        proof = proofs.inclusion(connection, 12, 15)
    assert (proof.index, proof.holds()) == (6, True)


@pytest.mark.parametrize(("position", "size"), [(21, 20), (20, 19), (0, 20), (3, 21)])
def test_proving_what_is_not_there_is_refused(datastore: Datastore, position: int, size: int) -> None:
    """No such position, not among so many, or not so many at all."""
    record(datastore, 4)
    with datastore.reading() as connection, pytest.raises(NotThere):
        proofs.inclusion(connection, position, size)


@pytest.mark.parametrize(("old", "new"), [(0, 20), (20, 19), (3, 21)])
def test_proving_growth_that_was_not_is_refused(datastore: Datastore, old: int, new: int) -> None:
    """Not from nothing, not backwards, and not to more than there is."""
    record(datastore, 4)
    with datastore.reading() as connection, pytest.raises(NotThere):
        proofs.consistency(connection, old, new)


def test_summarising_an_event_without_chain_is_refused(datastore: Datastore) -> None:
    """Nothing is signed, and nothing proved, of a trail with an event that has no hash."""
    record(datastore, 4)
    with tampering(datastore) as connection:
        change(connection, 7, leaf=None)
    with datastore.reading() as connection:
        with pytest.raises(Unchained, match="position 7"):
            summary(connection)
        with pytest.raises(Unchained, match="position 7"):
            proofs.inclusion(connection, 2, 20)

"""The Merkle tree, held to the definitions of RFC 9162 section 2.1, spelled out slowly."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.ledger import merkle

LARGEST = 40
LEAVES = [merkle.leaf_hash(bytes([number])) for number in range(LARGEST)]
KNOWN = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
EIGHT = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]


def slow_root(leaves: Sequence[bytes]) -> bytes:
    """Give MTH of section 2.1.1."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = slow_split(len(leaves))
    return sha256(b"\x01" + slow_root(leaves[:split]) + slow_root(leaves[split:])).digest()


def slow_path(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Give PATH of section 2.1.3.1."""
    if len(leaves) == 1:
        return []
    split = slow_split(len(leaves))
    if index < split:
        return [*slow_path(index, leaves[:split]), slow_root(leaves[split:])]
    return [*slow_path(index - split, leaves[split:]), slow_root(leaves[:split])]


def slow_growth(old: int, leaves: Sequence[bytes], whole: bool = True) -> list[bytes]:
    """Give SUBPROOF of section 2.1.4.1; with `whole`, PROOF."""
    if old == len(leaves):
        return [] if whole else [slow_root(leaves)]
    split = slow_split(len(leaves))
    if old <= split:
        return [*slow_growth(old, leaves[:split], whole), slow_root(leaves[split:])]
    return [*slow_growth(old - split, leaves[split:], whole=False), slow_root(leaves[:split])]


def slow_split(size: int) -> int:
    """Give the largest power of two below the size."""
    power = 1
    while power * 2 < size:
        power *= 2
    return power


def proof(ranges: list[merkle.Range]) -> list[bytes]:
    """Give the roots of the ranges."""
    return [merkle.root(LEAVES[first:last]) for first, last in ranges]


def test_folding_the_eight_known_inputs_gives_the_known_root() -> None:
    """The root that Certificate Transparency's own tests are held to."""
    assert merkle.root(merkle.leaf_hash(bytes.fromhex(each)) for each in EIGHT).hex() == KNOWN


@pytest.mark.parametrize("size", range(LARGEST + 1))
def test_folding_any_number_of_leaves_gives_the_defined_root(size: int) -> None:
    """One pass gives what the recursive definition gives."""
    assert merkle.root(LEAVES[:size]) == slow_root(LEAVES[:size])


@pytest.mark.parametrize("size", range(1, LARGEST + 1))
def test_proving_each_leaf_gives_the_defined_path_which_verifies(size: int) -> None:
    """Every leaf of every tree is proved by the defined path, and at no other place."""
    root = slow_root(LEAVES[:size])
    for index in range(size):
        path = proof(merkle.inclusion_ranges(index, size))
        assert path == slow_path(index, LEAVES[:size])
        places = [at for at in range(size) if merkle.verify_inclusion(LEAVES[index], at, size, path, root)]
        assert places == [index]


@pytest.mark.parametrize("new", range(1, LARGEST + 1))
def test_proving_growth_gives_the_defined_proof_which_verifies(new: int) -> None:
    """Every tree is proved to have grown from each smaller one, and from no tree with another root."""
    for old in range(1, new + 1):
        roots = slow_root(LEAVES[:old]), slow_root(LEAVES[:new])
        path = proof(merkle.consistency_ranges(old, new))
        assert path == slow_growth(old, LEAVES[:new])
        assert merkle.verify_consistency(old, new, *roots, path)
        assert not merkle.verify_consistency(old, new, bytes(32), roots[1], path)
        assert not merkle.verify_consistency(old, new, roots[0], bytes(32), path)


@given(st.data())
def test_verifying_a_proof_with_one_thing_changed_fails(data: st.DataObject) -> None:
    """A bit in the leaf, the path or the root; a hash more or less; another place: nothing passes."""
    size = data.draw(st.integers(2, LARGEST))
    index = data.draw(st.integers(0, size - 1))
    path = proof(merkle.inclusion_ranges(index, size))
    hashes = [LEAVES[index], merkle.root(LEAVES[:size]), *path]
    which, bit = data.draw(st.integers(0, len(hashes) - 1)), data.draw(st.integers(0, 255))
    flipped = (int.from_bytes(hashes[which], "big") ^ (1 << bit)).to_bytes(32, "big")
    hashes[which] = flipped
    leaf, root, *changed = hashes
    assert not merkle.verify_inclusion(leaf, index, size, changed, root)
    whole = merkle.root(LEAVES[:size])
    assert not merkle.verify_inclusion(LEAVES[index], index, size, path[:-1], whole)
    assert not merkle.verify_inclusion(LEAVES[index], index, size, [*path, path[-1]], whole)
    assert not merkle.verify_inclusion(LEAVES[index], size, size, path, whole)


@given(st.data())
def test_verifying_growth_with_one_thing_changed_fails(data: st.DataObject) -> None:
    """A bit of the proof, or a hash more or less, and the growth is not proved."""
    new = data.draw(st.integers(2, LARGEST))
    old = data.draw(st.integers(1, new - 1))
    roots = merkle.root(LEAVES[:old]), merkle.root(LEAVES[:new])
    path = proof(merkle.consistency_ranges(old, new))
    which, bit = data.draw(st.integers(0, len(path) - 1)), data.draw(st.integers(0, 255))
    flipped = (int.from_bytes(path[which], "big") ^ (1 << bit)).to_bytes(32, "big")
    changed = [*path[:which], flipped, *path[which + 1 :]]
    for wrong in (changed, path[:-1], [*path, path[-1]]):
        assert not merkle.verify_consistency(old, new, *roots, wrong)


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_proving_a_leaf_that_is_not_there_is_refused(index: int, size: int) -> None:
    """There is no proof to give, and none to verify."""
    with pytest.raises(ValueError, match="no leaf"):
        merkle.inclusion_ranges(index, size)
    assert not merkle.verify_inclusion(LEAVES[0], index, size, [], LEAVES[0])


@pytest.mark.parametrize(("old", "new"), [(0, 3), (4, 3)])
def test_proving_growth_that_cannot_be_is_refused(old: int, new: int) -> None:
    """A tree grows from one that is no larger, and not from nothing."""
    with pytest.raises(ValueError, match="did not grow"):
        merkle.consistency_ranges(old, new)

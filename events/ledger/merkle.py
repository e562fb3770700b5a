"""The Merkle tree of RFC 9162 section 2.1, over SHA-256: roots, proofs, and their verification.

A tree is never built: a root is folded from the leaves in one pass, in memory that grows with the
logarithm of their number, and a proof is the roots of a few ranges of leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

EMPTY = sha256().digest()
"""The root of a tree without leaves (section 2.1.1)."""


def leaf_hash(content: bytes) -> bytes:
    """Give the hash of a leaf's content (section 2.1.1)."""
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Give the hash of the node above two others (section 2.1.1)."""
    return sha256(b"\x01" + left + right).digest()


class Frontier:
    """The roots of the full subtrees of the leaves so far: what is needed to go on."""

    def __init__(self) -> None:
        """Begin with no leaves."""
        self.size = 0
        self._roots: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        """Take one more leaf hash."""
        index, root = self.size, leaf
        while index & 1:
            root = node_hash(self._roots.pop(), root)
            index >>= 1
        self._roots.append(root)
        self.size += 1

    def root(self) -> bytes:
        """Give the root of the tree of the leaves so far."""
        if not self._roots:
            return EMPTY
        found = self._roots[-1]
        for left in reversed(self._roots[:-1]):
            found = node_hash(left, found)
        return found


def root(leaves: Iterable[bytes]) -> bytes:
    """Give the root over leaf hashes, in one pass."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    return frontier.root()


Range = tuple[int, int]
"""The leaves from the first index up to, and not including, the second."""


def inclusion_ranges(index: int, size: int) -> list[Range]:
    """Give the ranges whose roots prove that a leaf is in a tree, from the leaf up (section 2.1.3.1)."""
    if not 0 <= index < size:
        raise ValueError(f"no leaf {index} in a tree of {size}")
    first, last, found = 0, size, []
    while last - first > 1:
        middle = first + _split(last - first)
        inside_left = index < middle
        found.append((middle, last) if inside_left else (first, middle))
        first, last = (first, middle) if inside_left else (middle, last)
    return found[::-1]


def consistency_ranges(old: int, new: int) -> list[Range]:
    """Give the ranges whose roots prove that a tree grew from an older one (section 2.1.4.1)."""
    if not 0 < old <= new:
        raise ValueError(f"a tree of {new} did not grow from one of {old}")
    first, last, known, found = 0, new, True, []
    while old - first < last - first:
        middle = first + _split(last - first)
        if old <= middle:
            found.append((middle, last))
            last = middle
        else:
            found.append((first, middle))
            first, known = middle, False
    return found[::-1] if known else [(first, last), *found[::-1]]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Tell whether a proof shows that the leaf has its place in the tree (section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    position, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if position & 1 or position == last:
            found = node_hash(sibling, found)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and found == root


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Tell whether a proof shows that the new tree begins with the whole old one (section 2.1.4.2)."""
    if old == new:
        return not proof and old_root == new_root
    if not 0 < old < new or not proof:
        return False
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    position, last = old - 1, new - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    was = now = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            was, now = node_hash(sibling, was), node_hash(sibling, now)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            now = node_hash(now, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and was == old_root and now == new_root


def _split(size: int) -> int:
    """Give the largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1

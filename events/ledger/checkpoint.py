"""A checkpoint: how far the trail had come and what it was then, signed, to be kept elsewhere."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any


class NotACheckpoint(ValueError):
    """The bytes are no checkpoint of ours."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The trail at a moment. Hashes are hexadecimal.

    `size` counts the events and `position` is that of the last one; `root` is the Merkle root over
    them (RFC 9162), `head` the chain's value. `previous` is the digest of the checkpoint before it, «»
    for the first; `taken_at` is an ISO 8601 time in UTC.
    """

    agency: str
    size: int
    position: int
    root: str
    head: str
    taken_at: str
    previous: str

    def content(self) -> bytes:
        """Give the bytes that are signed: JSON with sorted names and no spaces."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()

    @property
    def digest(self) -> str:
        """The SHA-256 of what is signed."""
        return sha256(self.content()).hexdigest()


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint with its signature (Ed25519, RFC 8032) and the public key, both hexadecimal."""

    checkpoint: Checkpoint
    signature: str
    key: str

    def to_json(self) -> str:
        """Write it as it stands in a file."""
        found = {"checkpoint": asdict(self.checkpoint), "signature": self.signature, "key": self.key}
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str) -> Signed:
    """Read what `to_json` wrote; raises `NotACheckpoint`."""
    try:
        read: Any = json.loads(text)
        signed = Signed(Checkpoint(**read["checkpoint"]), read["signature"], read["key"])
    except (ValueError, KeyError, TypeError) as error:
        raise NotACheckpoint(str(error)) from error
    texts = {**asdict(signed.checkpoint), "signature": signed.signature, "key": signed.key}
    numbers = {name: texts.pop(name) for name in ("size", "position")}
    if not all(isinstance(each, str) for each in texts.values()):
        raise NotACheckpoint("a text is missing")
    if not all(type(each) is int and each >= 0 for each in numbers.values()):
        raise NotACheckpoint("a number is missing")
    return signed

"""A reading as JSON and back, without loss, so that what was decided about can always be seen."""

from __future__ import annotations

import hashlib
from functools import cache

from pydantic import TypeAdapter

from workflow.reading.model import Reading


@cache
def _adapter() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)


def to_json(reading: Reading) -> str:
    """Write a reading; the same reading always gives the same text."""
    return _adapter().dump_json(reading).decode()


def from_json(text: str) -> Reading:
    """Read what `to_json` wrote; raises `pydantic.ValidationError` for anything else."""
    return _adapter().validate_json(text)


def sha256_of(text: str) -> str:
    """Give the checksum that identifies a stored reading."""
    return hashlib.sha256(text.encode()).hexdigest()

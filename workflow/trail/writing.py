"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from workflow.language import N_
from workflow.refusals import Refusal


class CannotWrite(Refusal):
    """A file cannot be written where it should be."""

    code = "cannot-write"
    message = N_("{file} cannot be written: {why}")


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that whoever looks finds the old one or the new one; raises `CannotWrite`."""
    half = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    try:
        with half.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        half.replace(file)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise CannotWrite(file=file, why=error.strerror) from error

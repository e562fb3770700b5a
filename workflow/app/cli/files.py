"""Files named on the command line, as bytes."""

from __future__ import annotations

from pathlib import Path

from workflow.reading.documents.door import bytes_of


def contents(path: Path) -> bytes:
    """Give a file's bytes; refused in the words of a document that cannot be read or is too large."""
    return bytes_of(path)

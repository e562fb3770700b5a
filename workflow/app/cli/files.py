"""Files named on the command line, as bytes."""

from __future__ import annotations

from pathlib import Path

from workflow.reading.documents import limits
from workflow.reading.documents.refusals import (
    DocumentIsFolder,
    DocumentNotAccessible,
    DocumentNotFound,
    DocumentTooLarge,
)

_MEGABYTE = 1024 * 1024


def contents(path: Path) -> bytes:
    """Give a file's bytes; refused in the words of a document that cannot be read or is too large."""
    if path.is_dir():
        raise DocumentIsFolder(path=path)
    try:
        size = path.stat().st_size
        if size > limits.MAX_BYTES:
            megabytes = -(-size // _MEGABYTE)
            raise DocumentTooLarge(name=path.name, megabytes=megabytes, limit=limits.MAX_BYTES // _MEGABYTE)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentNotFound(path=path) from error
    except OSError as error:
        raise DocumentNotAccessible(path=path, cause=error.strerror or type(error).__name__) from error

"""The one door for documents: a file of any format in, the text of a letter out, or a refusal."""

from __future__ import annotations

import hashlib
from pathlib import Path

from workflow.reading.documents import limits
from workflow.reading.documents.child import read_in_child
from workflow.reading.documents.detect import Format, detect
from workflow.reading.documents.layout import Layout
from workflow.reading.documents.markdown import has_html_table, read_markdown
from workflow.reading.documents.plain_text import read_plain_text
from workflow.reading.documents.refusals import (
    DocumentEmpty,
    DocumentIsFolder,
    DocumentNotAccessible,
    DocumentNotFound,
    DocumentTooLarge,
    NoReadableText,
    NotADocument,
)
from workflow.reading.text import LetterText

_MEGABYTE = 1024 * 1024


def open_document(path: Path) -> LetterText:
    """Read a file of at most `limits.MAX_BYTES`; raises a `DocumentRefusal` for what cannot be read."""
    return text_of(path.name, bytes_of(path))


def bytes_of(path: Path) -> bytes:
    """Give the bytes of a plain file of at most `limits.MAX_BYTES`; refuses folders, pipes and devices."""
    try:
        return _bytes_of(path)
    except FileNotFoundError as error:
        raise DocumentNotFound(path=path) from error
    except OSError as error:
        raise DocumentNotAccessible(path=path, cause=error.strerror or type(error).__name__) from error


def text_of(name: str, data: bytes) -> LetterText:
    """Read a document from its bytes; the name is used where the bytes do not tell the format."""
    if not data.strip(b"\0 \t\r\n\f"):
        raise DocumentEmpty(name=name)
    _refuse_large(name, len(data))
    laid = _lay_out(name, data)
    if not any(char.isalnum() for line in laid.lines for char in line.text):
        raise NoReadableText(name=name)
    return LetterText(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        lines=tuple(laid.lines),
        tables=tuple(laid.tables),
        pages=laid.pages,
        pages_without_text=laid.pages_without_text,
    )


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        raise DocumentIsFolder(path=path)
    size = path.stat().st_size
    if not path.is_file():
        raise NotADocument(name=path.name)
    _refuse_large(path.name, size)
    with path.open("rb") as file:
        data = file.read(limits.MAX_BYTES + 1)
    _refuse_large(path.name, len(data))
    return data


def _refuse_large(name: str, size: int) -> None:
    if size > limits.MAX_BYTES:
        megabytes = -(-size // _MEGABYTE)
        raise DocumentTooLarge(name=name, megabytes=megabytes, limit=limits.MAX_BYTES // _MEGABYTE)


def _lay_out(name: str, data: bytes) -> Layout:
    match detect(name, data):
        case Format.PLAIN_TEXT:
            return read_plain_text(name, data)
        case Format.MARKDOWN if not has_html_table(data):
            return read_markdown(name, data)
        case other:
            return read_in_child(other, name, data)

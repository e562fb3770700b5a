"""What a file is, by what it holds first, and by its name where that does not decide."""

from __future__ import annotations

import io
import re
import zipfile
from enum import Enum
from pathlib import PurePath

from workflow.reading.documents.decoding import decode
from workflow.reading.documents.pipe_tables import has_pipe_table
from workflow.reading.documents.refusals import (
    DocumentBroken,
    NotADocument,
    OldWordFormat,
    OtherFormat,
    PasswordProtected,
    PictureOnly,
)


class Format(Enum):
    """The formats that are read."""

    PDF = "pdf"
    WORD = "docx"
    HTML = "html"
    MARKDOWN = "md"
    PLAIN_TEXT = "txt"


_PICTURES = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
)
_OTHERS = ((b"{\\rtf", "RTF"), (b"%!PS", "PostScript"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS = (("Workbook", "Excel"), ("PowerPoint Document", "PowerPoint"), ("__substg1.0_", "Outlook"))
_ZIP_KINDS = (("xl/", "Excel"), ("ppt/", "PowerPoint"), ("content.xml", "OpenDocument"))
_HTML_START = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--(?:(?!-->).)*-->)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_HTML_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_SAMPLE = 64_000
_MAX_CONTROLS = 0.02


def detect(name: str, data: bytes) -> Format:
    """Recognise a file.

    Raises a `DocumentRefusal` that says what the file is when it is nothing that we read.
    """
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(b"PK"):
        return _in_zip(name, data)
    if data.startswith(_OLE):
        raise _ole_refusal(name, data)
    _refuse_known(name, data)
    return _in_text(name, data)


def _refuse_known(name: str, data: bytes) -> None:
    for start, picture in _PICTURES:
        if data.startswith(start) and not (picture == "BMP" and b"\0" not in data[:64]):
            raise PictureOnly(name=name, format=picture)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise PictureOnly(name=name, format="WebP")
    if data[4:8] == b"ftyp":
        raise PictureOnly(name=name, format="HEIC")
    for start, kind in _OTHERS:
        if data.startswith(start):
            raise OtherFormat(name=name, format=kind)


def _in_zip(name: str, data: bytes) -> Format:
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        if PurePath(name).suffix.lower() == ".docx":
            raise DocumentBroken(name=name, format="DOCX") from error
        raise NotADocument(name=name) from error
    if any(member.startswith("word/") for member in members):
        return Format.WORD
    for start, kind in _ZIP_KINDS:
        if any(member.startswith(start) for member in members):
            raise OtherFormat(name=name, format=kind)
    raise NotADocument(name=name)


def _ole_refusal(name: str, data: bytes) -> Exception:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return PasswordProtected(name=name)
    if holds("WordDocument"):
        return OldWordFormat(name=name)
    for stream, kind in _OLE_KINDS:
        if holds(stream):
            return OtherFormat(name=name, format=kind)
    return NotADocument(name=name)


def _in_text(name: str, data: bytes) -> Format:
    sample = decode(data[:_SAMPLE])
    controls = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1a\x1b")
    if controls > _MAX_CONTROLS * len(sample) or "\0\0" in sample:
        raise NotADocument(name=name)
    suffix = PurePath(name).suffix.lower()
    if _HTML_START.match(sample) or (suffix in _HTML_NAMES and "<" in sample):
        return Format.HTML
    whole = decode(data)
    if suffix in _MARKDOWN_NAMES or _TABLE.search(whole) or has_pipe_table(whole.splitlines()):
        return Format.MARKDOWN
    return Format.PLAIN_TEXT

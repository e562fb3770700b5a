"""HTML: the text in reading order, one line for each block, with its tables."""

from __future__ import annotations

import re

from lxml import etree

from workflow.reading.documents.decoding import decode, decode_western
from workflow.reading.documents.html_blocks import blocks_of
from workflow.reading.documents.layout import Layout, lay_out
from workflow.reading.documents.refusals import DocumentBroken, NoReadableText

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_WESTERN = ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii")


def read_html(name: str, data: bytes) -> Layout:
    """Give the text that a browser shows; scripts, styles and what is hidden are left out."""
    source = _text(data).encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentBroken(name=name, format="HTML") from error
    if root is None:
        raise NoReadableText(name=name)
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise DocumentBroken(name=name, format="HTML")
    return lay_out(name, blocks_of(root))


def _text(data: bytes) -> str:
    """Decode as the bytes say, then as the page says, then as plain text is."""
    named = _CHARSET.search(data[:4096])
    if not named or data.startswith(_MARKS) or _is_utf8(data):
        return decode(data)
    encoding = named[1].decode("ascii")
    # Browsers read «iso-8859-1» as Windows-1252, which has the dashes and quotes that letters use.
    if encoding.lower() in _WESTERN:
        return decode_western(data)
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _is_utf8(data: bytes) -> bool:
    """Text that is sound UTF-8 is UTF-8, also where an old template says something else."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

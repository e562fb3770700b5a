"""A workbook packed again, so that the same report gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence

from workflow.reporting.formats.xlsx_pictures import described

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_DRAWING = re.compile(r"xl/drawings/drawing(\d+)\.xml")


def packed(content: bytes, at: dt.datetime, alternatives: Sequence[str]) -> bytes:
    """Give the workbook with `at` (aware) for the time of writing, and a text for each drawing."""
    kept = io.BytesIO()
    stamp = f"{at.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, _mended(name, old.read(name), stamp, alternatives))
    return kept.getvalue()


def _mended(name: str, content: bytes, stamp: bytes, alternatives: Sequence[str]) -> bytes:
    if drawing := _DRAWING.fullmatch(name):
        return described(content, alternatives[int(drawing[1]) - 1])
    if name == "docProps/core.xml":
        return _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
    return content

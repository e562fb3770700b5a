"""Word files made for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(fill: Callable[[WordDocument], None]) -> bytes:
    """Make a Word file and let `fill` write in it."""
    document = Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def docx_of(*xml: str) -> bytes:
    """Make a Word file with these elements as its body."""

    def fill(document: WordDocument) -> None:
        end = document.element.body.sectPr
        for element in xml:
            end.addprevious(parse_xml(element.replace(">", f" {W}>", 1)))

    return docx(fill)


def replace_parts(data: bytes, parts: dict[str, str]) -> bytes:
    """Replace or add parts of a Word file, by their paths in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            if item not in parts:
                new.writestr(item, old.read(item))
        for path, text in parts.items():
            new.writestr(path, text)
    return file.getvalue()

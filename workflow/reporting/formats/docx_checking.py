"""Looks into a Word template before it is opened: no programs, nothing fetched, nothing too large."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from lxml import etree

from workflow.reporting.formats.docx_refusals import (
    NotATemplate,
    TemplateReachingOut,
    TemplateTooLarge,
    TemplateWithMacros,
)

LIMIT = 20
"""Megabytes, packed and unpacked alike times four."""
_PROGRAMS = re.compile(r"vbaProject|vbaData|activeX|/embeddings/|customUI|afchunk", re.IGNORECASE)
_FETCHING = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|DATABASE|RD|HYPERLINK\s+\"?\w+:)", re.I
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def check_template(content: bytes) -> None:
    """Refuse what a template may not hold; refusals are in `docx_refusals`."""
    if len(content) > LIMIT * 1_000_000:
        raise TemplateTooLarge(limit=LIMIT)
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            _check_parts(packed)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, NotImplementedError, RuntimeError) as error:
        # RuntimeError is what zipfile raises for an entry behind a password.
        raise NotATemplate() from error


def _check_parts(packed: zipfile.ZipFile) -> None:
    entries = packed.infolist()
    if sum(each.file_size for each in entries) > 4 * LIMIT * 1_000_000 or len(entries) > 2000:
        raise TemplateTooLarge(limit=LIMIT)
    for each in entries:
        if _PROGRAMS.search(each.filename):
            raise TemplateWithMacros(part=each.filename)
    types = packed.read("[Content_Types].xml")
    if b"macroEnabled" in types:
        raise TemplateWithMacros(part="[Content_Types].xml")
    if _WORD.encode() not in types:
        raise NotATemplate()
    for each in entries:
        if each.filename.endswith((".rels", ".xml")):
            _check_xml(each.filename, packed.read(each))


def _check_xml(name: str, content: bytes) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise NotATemplate()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(content, parser)
    if name.endswith(".rels"):
        for each in root:
            if each.get("TargetMode") == "External":
                raise TemplateReachingOut(target=each.get("Target", ""))
        return
    codes = "".join(each.text or "" for each in root.iter(f"{_W}instrText"))
    simple = " ".join(each.get(f"{_W}instr", "") for each in root.iter(f"{_W}fldSimple"))
    if found := _FETCHING.search(f"{codes} {simple}"):
        raise TemplateReachingOut(target=found.group(0))

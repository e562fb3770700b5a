"""Word (DOCX): headers, body, notes and footers as lines and tables, with pages where Word saved them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from workflow.reading.documents import limits
from workflow.reading.documents.blocks import Block, Paragraph
from workflow.reading.documents.layout import Layout, lay_out
from workflow.reading.documents.refusals import DocumentBroken, TooManyPages
from workflow.reading.documents.word_body import Body
from workflow.reading.documents.word_numbering import Numbering
from workflow.reading.documents.word_package import Package
from workflow.reading.documents.word_runs import Pages
from workflow.reading.documents.word_styles import styles_of
from workflow.reading.documents.word_xml import attribute, children, local


def read_word(name: str, data: bytes) -> Layout:
    """Read a DOCX as it stands with all tracked changes accepted.

    Headers come first and footers last, each once; notes come after the body, with their marks.
    """
    try:
        package = Package(name, data)
        body, blocks = _blocks(package)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, NotImplementedError) as error:
        raise DocumentBroken(name=name, format="DOCX") from error
    pages = body.pages.page
    if pages and pages > limits.MAX_PAGES:
        raise TooManyPages(name=name, pages=pages, limit=limits.MAX_PAGES)
    laid = lay_out(name, blocks)
    laid.pages = pages
    return laid


def _blocks(package: Package) -> tuple[Body, list[Block]]:
    document = package.document()
    body = _body(package, document)
    headers = list(_once(body, package.related("header")))
    body.pages.page = 1 if _has_pages(document) else None
    blocks = [*headers, *(block for part in children(document, "body") for block in body.blocks(part))]
    pages, body.pages = body.pages, Pages(by_layout=False)
    blocks += _notes(body, package)
    blocks += _once(body, package.related("footer"))
    body.pages = pages
    return body, blocks


def _body(package: Package, document: Element) -> Body:
    styles = next(iter(package.related("styles")), None)
    default = next((s for s in children(styles, "style") if _is_default(s)), None)
    numbering = Numbering(next(iter(package.related("numbering")), None))
    by_layout = any(local(element) == "lastRenderedPageBreak" for element in document.iter())
    return Body(styles_of(styles), attribute(default, "styleId"), numbering, Pages(by_layout))


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")


def _has_pages(document: Element) -> bool:
    """Word saves where pages broke; without that, hard breaks are all that is known, if there are any."""
    return any(
        local(element) in ("lastRenderedPageBreak", "pageBreakBefore")
        or (local(element) == "br" and attribute(element, "type") == "page")
        for element in document.iter()
    )


def _once(body: Body, parts: Iterable[Element]) -> Iterator[Block]:
    """First page, odd and even pages have headers of their own, which mostly say the same."""
    seen: set[str] = set()
    for part in parts:
        blocks = list(body.blocks(part))
        if str(blocks) not in seen:
            seen.add(str(blocks))
            yield from blocks


def _notes(body: Body, package: Package) -> Iterator[Block]:
    for kind in ("footnote", "endnote"):
        part = next(iter(package.related(f"{kind}s")), None)
        notes = {attribute(note, "id"): note for note in children(part, kind)}
        for (of, key), page in list(body.notes.order.items()):
            if of == kind and key in notes:
                yield from _note(body, body.notes.mark(kind, key, page), notes[key], page)


def _note(body: Body, mark: str, note: Element, page: int | None) -> Iterator[Block]:
    for place, block in enumerate(body.blocks(note)):
        if isinstance(block, Paragraph):
            text = f"{mark} {block.text.strip()}" if place == 0 else block.text
            yield Paragraph(text, None, page, joined=place > 0)
        else:
            yield block

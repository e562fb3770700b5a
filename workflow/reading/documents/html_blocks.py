"""An HTML tree taken apart into paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from workflow.reading.documents.blocks import Block, CellBlock, Paragraph, TableBlock
from workflow.reading.documents.cleaning import clean, collapse
from workflow.reading.documents.html_tables import span
from workflow.reading.documents.numerals import numeral

_INLINE_TAGS = """
a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark nobr q s samp small span
strike strong sub sup time tt u var wbr
"""
_DROPPED_TAGS = """
script style template noscript head svg math object iframe select textarea button input del
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_DROPPED = frozenset(_DROPPED_TAGS.split())
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_STRUCTURE = frozenset(["thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LIST_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def blocks_of(root: Element) -> list[Block]:
    """Take the tree apart, in reading order."""
    writer = _Writer()
    writer.walk(root)
    writer.end_line()
    return writer.blocks


@dataclass(slots=True)
class _Writer:
    """Collects words into the line at hand, and lines into blocks."""

    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    level: int | None = None
    joined: bool = False
    in_pre: bool = False
    marker: str = ""
    """What the next line of a list begins with."""
    counts: list[int] = field(default_factory=list)
    """The number reached in each open list."""

    def walk(self, element: Element) -> None:
        tag = _tag(element)
        if tag in _DROPPED or _is_hidden(element):
            return
        if tag == "table" and not _is_layout(element):
            self._outside_cells(element)
            self.end_line()
            self.blocks.append(_table(element))
        elif tag == "br":
            self.end_line(next_joined=True)
        elif tag in _INLINE:
            self._inline(element, tag)
        else:
            self._block(element, tag)

    def end_line(self, next_joined: bool = False) -> None:
        """Close the line at hand, if there are words in it."""
        joined = "".join(self.words)
        text = clean(joined).rstrip() if self.in_pre else collapse(joined)
        self.words = []
        if text:
            self.blocks.append(Paragraph(self.marker + text, self.level, joined=self.joined))
            self.marker = ""
        self.joined = next_joined and (bool(text) or self.joined)

    def _inline(self, element: Element, tag: str) -> None:
        text = "".join(element.itertext()).strip() if tag == "sup" else ""
        if text.isdecimal():
            # A raised digit is a footnote's number, and must not grow into the date before it.
            self.words.append(f"[{text}]")
        else:
            self.children(element)

    def _block(self, element: Element, tag: str) -> None:
        was_joined = self.joined
        self.end_line()
        self.joined = was_joined if self.marker else self._enter_item(element, tag)
        outer, self.level = self.level, _HEADINGS.get(tag, self.level)
        was_pre, self.in_pre = self.in_pre, self.in_pre or tag == "pre"
        if tag in _LISTS:
            self.counts.append(_first_number(element) - 1)
        self.children(element)
        self.end_line()
        if tag in _LISTS:
            self.counts.pop()
        self.level, self.in_pre = outer, was_pre

    def _enter_item(self, element: Element, tag: str) -> bool:
        """Count a list item and set its marker; say whether it follows another without a blank line."""
        if tag != "li" or not self.counts:
            return False
        self.counts[-1] += 1
        self.marker = _marker(element, self.counts[-1])
        return element.getprevious() is not None

    def children(self, element: Element) -> None:
        """Walk through what stands in an element."""
        self._text(element.text)
        for child in element:
            self.walk(child)
            self._text(child.tail)

    def _outside_cells(self, table: Element) -> None:
        """The caption, and words that stand in a table without being in a cell, come before it."""
        for part in (table, *_row_groups(table), *_rows(table)):
            self._text(part.text)
            for child in part:
                if _tag(child) not in _STRUCTURE:
                    self.walk(child)
                self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        first, *rest = text.split("\n") if self.in_pre else [text]
        self.words.append(first)
        for line in rest:
            self.end_line(next_joined=True)
            self.words.append(line)


def _tag(element: Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "mso-hide:all" in style


def _is_layout(table: Element) -> bool:
    """Pages are laid out with tables too: with headings inside, or said to be no data."""
    if table.get("role") in ("presentation", "none"):
        return True
    return any(_tag(inner) in _HEADINGS for inner in table.iter())


def _table(table: Element) -> TableBlock:
    return TableBlock(tuple(tuple(_cell(cell, row) for cell in _cells(row)) for row in _rows(table)))


def _cell(cell: Element, row: Element) -> CellBlock:
    parent = row.getparent()
    header = _tag(cell) == "th" or (parent is not None and _tag(parent) == "thead")
    return CellBlock(tuple(blocks_of(cell)), span(cell.get("rowspan")), span(cell.get("colspan")), header)


def _row_groups(table: Element) -> Iterator[Element]:
    return (child for child in table if _tag(child) in ("thead", "tbody", "tfoot"))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if _tag(child) == "tr":
            yield child
        elif _tag(child) in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if _tag(row) == "tr")


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row if _tag(cell) in ("td", "th") and not _is_hidden(cell))


def _first_number(listing: Element) -> int:
    start = listing.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _marker(item: Element, number: int) -> str:
    parent = item.getparent()
    if parent is None or _tag(parent) != "ol":
        return "• "
    style = _LIST_STYLES.get(parent.get("type") or "1", "decimal")
    return numeral(number, style) + (". " if style == "decimal" else ") ")

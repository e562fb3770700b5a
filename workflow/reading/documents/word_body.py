"""The body of a Word document taken apart into paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from workflow.reading.documents.blocks import Block, Paragraph, TableBlock
from workflow.reading.documents.cleaning import clean
from workflow.reading.documents.word_numbering import Numbering
from workflow.reading.documents.word_runs import (
    Notes,
    Pages,
    Runs,
    breaks_after,
    breaks_before,
    merges_with_next,
)
from workflow.reading.documents.word_styles import Style, outline_level
from workflow.reading.documents.word_table import Row, merge_rows, rows_of
from workflow.reading.documents.word_xml import attribute, find, local, number

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_NO_STYLE = Style()


@dataclass(slots=True)
class Body:
    """What reading the body needs to remember from one paragraph to the next."""

    styles: dict[str, Style]
    default_style: str | None
    numbering: Numbering
    pages: Pages
    notes: Notes = field(default_factory=Notes)
    carried: str = ""
    """Words of a paragraph whose end was deleted."""
    in_list: bool = False

    def blocks(self, elements: Iterable[Element]) -> Iterator[Block]:
        """Take elements apart, in document order."""
        for element in elements:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                self.in_list = False
                yield from self._table(element)
            elif name in _WRAPPERS:
                yield from self.blocks(element)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        if breaks_before(paragraph):
            self.pages.turn(is_layout=False)
        runs = Runs(self.pages, self.notes)
        text = self.carried + runs.read(paragraph)
        self.carried = text if merges_with_next(paragraph) else ""
        if not self.carried:
            yield from self._lines(paragraph, text, runs.page)
        for box in runs.boxes:
            yield from self.blocks(box)
        if breaks_after(paragraph):
            self.pages.turn(is_layout=False)

    def _lines(self, paragraph: Element, text: str, page: int | None) -> Iterator[Paragraph]:
        if not text.strip():
            return
        label, level = self._label(paragraph), self._level(paragraph)
        joined, self.in_list = self.in_list and bool(label), bool(label)
        for line in filter(str.strip, text.split("\n")):
            shown = clean(f"{label} {line.lstrip()}" if label else line).rstrip()
            yield Paragraph(shown, level, page, joined)
            label, joined = "", True

    def _style(self, paragraph: Element) -> tuple[str | None, Style]:
        key = attribute(find(paragraph, "pPr", "pStyle"), "val") or self.default_style
        return key, self.styles.get(key or "", _NO_STYLE)

    def _level(self, paragraph: Element) -> int | None:
        own = outline_level(find(paragraph, "pPr"))
        return (own or None) if own is not None else self._style(paragraph)[1].level

    def _label(self, paragraph: Element) -> str:
        own = find(paragraph, "pPr", "numPr")
        key, style = self._style(paragraph)
        list_id = number(find(own, "numId"))
        list_id = style.list_id if list_id is None else list_id
        if not list_id:
            return ""
        at = number(find(own, "ilvl"))
        at = style.list_level if at is None else at
        return self.numbering.label(list_id, self.numbering.level_of(list_id, key) if at is None else at)

    def _table(self, table: Element) -> Iterator[Block]:
        page = self.pages.page
        rows = [self._row(row) for row in rows_of(table)]
        yield TableBlock(merge_rows(rows), page)

    def _row(self, row: Row) -> Row:
        for cell in row.cells:
            # A carried paragraph never leaves its cell, and a list does not go on from cell to cell.
            cell.content = tuple(self.blocks(cell.element))
            self.carried, self.in_list = "", False
        return row

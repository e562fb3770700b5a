"""The words of one paragraph of Word, as they stand after all tracked changes are accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from workflow.reading.documents.numerals import numeral
from workflow.reading.documents.word_xml import attribute, find, is_on, local

_TRANSPARENT = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "sym": "•"}


@dataclass(slots=True)
class Pages:
    """The page at hand: by the breaks Word saved when it last laid the document out, else by hard breaks."""

    by_layout: bool
    page: int | None = None

    def turn(self, is_layout: bool) -> bool:
        """Turn the page if this kind of break counts; say whether it did."""
        if is_layout == self.by_layout and self.page is not None:
            self.page += 1
            return True
        return False


@dataclass(slots=True)
class Notes:
    """The footnotes and endnotes that were referred to, in order, and the page of each reference."""

    order: dict[tuple[str, str], int | None] = field(default_factory=dict)

    def mark(self, kind: str, note: str, page: int | None) -> str:
        """Give the mark of a note, «[1]» for footnotes and «[i]» for endnotes."""
        self.order.setdefault((kind, note), page)
        place = 1 + [key for key in self.order if key[0] == kind].index((kind, note))
        return f"[{numeral(place, 'decimal' if kind == 'footnote' else 'lowerRoman')}]"


@dataclass(slots=True)
class Runs:
    """Collects the words of a paragraph. `boxes` are the text boxes anchored in it."""

    pages: Pages
    notes: Notes
    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    page: int | None = None
    """The page that the first word stands on."""

    def read(self, paragraph: Element) -> str:
        """Give the words; a line break is «\\n»."""
        self._children(paragraph)
        if self.page is None:
            self.page = self.pages.page
        return "".join(self.parts)

    def _children(self, element: Element) -> None:
        for child in element:
            self._part(child, local(child))

    def _part(self, element: Element, name: str) -> None:
        if name == "r":
            self._run(element)
        elif name in _TRANSPARENT:
            self._children(element)
        elif name == "AlternateContent":
            for child in _choice(element):
                self._part(child, local(child))

    def _run(self, run: Element) -> None:
        properties = find(run, "rPr")
        if is_on(find(properties, "vanish")):
            return
        raised = attribute(find(properties, "vertAlign"), "val") == "superscript"
        for child in run:
            self._piece(child, local(child), raised)

    def _piece(self, piece: Element, name: str, raised: bool) -> None:
        handler = _PIECES.get(name)
        if name == "t":
            self._add(_raised(piece.text or "") if raised else piece.text or "")
        elif name in _SIGNS:
            self._add(_SIGNS[name])
        elif handler:
            handler(self, piece)
        elif name == "AlternateContent":
            for child in _choice(piece):
                self._piece(child, local(child), raised)

    def _add(self, text: str) -> None:
        if text.strip() and self.page is None:
            self.page = self.pages.page
        self.parts.append(text)

    def _break(self, piece: Element) -> None:
        if attribute(piece, "type") == "page":
            self.pages.turn(is_layout=False)
        self._add("\n")

    def _layout_break(self, piece: Element) -> None:
        self.pages.turn(is_layout=True)

    def _footnote(self, piece: Element) -> None:
        self._add(self.notes.mark("footnote", attribute(piece, "id") or "", self.pages.page))

    def _endnote(self, piece: Element) -> None:
        self._add(self.notes.mark("endnote", attribute(piece, "id") or "", self.pages.page))

    def _drawing(self, piece: Element) -> None:
        self.boxes.extend(_outermost_boxes(piece))


_PIECES: dict[str, Callable[[Runs, Element], None]] = {
    "br": Runs._break,
    "lastRenderedPageBreak": Runs._layout_break,
    "footnoteReference": Runs._footnote,
    "endnoteReference": Runs._endnote,
    "drawing": Runs._drawing,
    "pict": Runs._drawing,
    "object": Runs._drawing,
}


def _choice(alternatives: Element) -> Iterator[Element]:
    """The same drawing stands there twice, for new and for old programs: one of them is the letter."""
    return iter(next(iter(alternatives), ()))


def _outermost_boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if local(child) == "txbxContent":
            yield child
        elif local(child) == "AlternateContent":
            yield from (box for part in _choice(child) for box in _outermost_boxes(part))
        else:
            yield from _outermost_boxes(child)


def _raised(text: str) -> str:
    """A raised digit is a footnote's number, and must not grow into the date before it."""
    return f"[{text.strip()}]" if text.strip().isdecimal() else text


def breaks_before(paragraph: Element) -> bool:
    """Say whether a paragraph starts a page by its properties."""
    return is_on(find(paragraph, "pPr", "pageBreakBefore"))


def breaks_after(paragraph: Element) -> bool:
    """Say whether a paragraph ends a section that ends its page too."""
    section = find(paragraph, "pPr", "sectPr")
    kind = attribute(find(section, "type"), "val") or "nextPage"
    return section is not None and kind not in ("continuous", "nextColumn")


def merges_with_next(paragraph: Element) -> bool:
    """Say whether the mark that ends a paragraph is deleted, so that the next one goes on in it."""
    return find(paragraph, "pPr", "rPr", "del") is not None

"""The few elements of WordprocessingML that a report is made of; texts go in as texts, never as XML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

Element: TypeAlias = _Element


def el(tag: str, attributes: Mapping[str, str] | None = None, *children: Element) -> Element:
    """Make an element with its children: `el("w:jc", {"w:val": "end"})`."""
    made: Element = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name), value)
    made.extend(children)
    return made


def run(text: str, *properties: Element) -> Element:
    """Make a run of text; its line ends break the line."""
    made = el("w:r", None, *([el("w:rPr", None, *properties)] if properties else []))
    for at, line in enumerate(text.split("\n")):
        if at:
            made.append(el("w:br"))
        made.append(_text("w:t", line))
    return made


def _text(tag: str, text: str) -> Element:
    made = el(tag, {"xml:space": "preserve"})
    made.text = text
    return made


def paragraph(style: str, content: Sequence[Element], *properties: Element) -> Element:
    """Make a paragraph in a style, by the style's id."""
    named = el("w:pStyle", {"w:val": style})
    return el("w:p", None, el("w:pPr", None, named, *properties), *content)


def link(anchor: str, content: Sequence[Element]) -> Element:
    """Make a link to a bookmark of the same document."""
    return el("w:hyperlink", {"w:anchor": anchor, "w:history": "1"}, *content)


def bookmark(number: int, name: str, content: Sequence[Element]) -> list[Element]:
    """Put a bookmark around content; `number` is unique in the document."""
    identity = {"w:id": str(number)}
    return [
        el("w:bookmarkStart", identity | {"w:name": name}),
        *content,
        el("w:bookmarkEnd", identity),
    ]


def field_start(code: str, dirty: bool = False) -> list[Element]:
    """Open a field; `dirty` asks Word to fill it when the document is opened."""
    begin = {"w:fldCharType": "begin"} | ({"w:dirty": "true"} if dirty else {})
    return [
        el("w:r", None, el("w:fldChar", begin)),
        el("w:r", None, _text("w:instrText", f" {code} ")),
        el("w:r", None, el("w:fldChar", {"w:fldCharType": "separate"})),
    ]


def field_end() -> Element:
    """Close a field."""
    return el("w:r", None, el("w:fldChar", {"w:fldCharType": "end"}))


def field(code: str, shown: str) -> list[Element]:
    """Make a whole field with what it shows until Word fills it."""
    return [*field_start(code), run(shown), field_end()]

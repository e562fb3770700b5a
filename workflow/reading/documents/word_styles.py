"""What a paragraph's style says: whether it is a heading, and how it is numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from workflow.reading.documents.word_xml import attribute, children, find, number

_HEADING = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.IGNORECASE)
_TITLES = ("title", "tittel")
_BODY_TEXT = 9
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with what it inherits. `list_level` counts from 0."""

    level: int | None = None
    list_id: int | None = None
    list_level: int | None = None


def styles_of(part: Element | None) -> dict[str, Style]:
    """Give the paragraph styles by id, from the styles part."""
    raw = {attribute(style, "styleId") or "": style for style in children(part, "style")}
    return {key: _resolve(key, raw) for key in raw}


def _resolve(key: str, raw: dict[str, Element]) -> Style:
    level = list_id = list_level = None
    for _ in range(_LONGEST_CHAIN):
        style = raw.get(key)
        if style is None:
            break
        properties = find(style, "pPr")
        level = level if level is not None else outline_level(properties)
        level = level if level is not None else _named_level(style)
        listing = find(properties, "numPr")
        list_id = list_id if list_id is not None else number(find(listing, "numId"))
        list_level = list_level if list_level is not None else number(find(listing, "ilvl"))
        key = attribute(find(style, "basedOn"), "val") or ""
    return Style(level or None, list_id, list_level)


def outline_level(properties: Element | None) -> int | None:
    """Give the heading level that paragraph properties state; 0 where they state body text."""
    level = number(find(properties, "outlineLvl"))
    if level is None:
        return None
    return level + 1 if level < _BODY_TEXT else 0


def _named_level(style: Element) -> int | None:
    name = attribute(find(style, "name"), "val") or ""
    found = _HEADING.fullmatch(name.strip())
    if found:
        return int(found[1])
    return 1 if name.strip().lower() in _TITLES else None

"""Looking things up in WordprocessingML by local name: its two dialects differ only in namespaces."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element


def parse(data: bytes) -> Element:
    """Parse one part; entities are not resolved and nothing is fetched."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def local(element: Element) -> str:
    """Give the name of an element without its namespace; «» for comments and the like."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """Give the value of an attribute by its local name."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key.rsplit("}", 1)[-1] == name:
            return str(value)
    return None


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Give the children of one name."""
    return iter(()) if element is None else (child for child in element if local(child) == name)


def find(element: Element | None, *path: str) -> Element | None:
    """Follow a path of local names, the first child at each step."""
    for name in path:
        element = next(children(element, name), None)
    return element


def number(element: Element | None, name: str = "val") -> int | None:
    """Give an attribute as a whole number, None where it is missing or is none."""
    value = attribute(element, name) or ""
    return int(value) if value.isdecimal() and len(value) < 10 else None


def is_on(element: Element | None) -> bool:
    """Say whether a property that is there is also switched on."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")

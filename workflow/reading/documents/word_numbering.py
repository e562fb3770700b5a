"""The numbers that Word writes before the paragraphs of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from workflow.reading.documents.numerals import numeral
from workflow.reading.documents.word_xml import attribute, children, find, is_on, number

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    pattern: str
    in_digits: bool
    paragraph_style: str | None


@dataclass(slots=True)
class _List:
    """One list of the document: its levels, and the counters it shares with lists of the same kind."""

    levels: dict[int, _Level]
    counts: dict[int, int]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through a document; ask for each numbered paragraph once, in order."""

    def __init__(self, part: Element | None) -> None:
        kinds = {number(kind, "abstractNumId"): kind for kind in children(part, "abstractNum")}
        linked = {attribute(find(kind, "styleLink"), "val"): kind for kind in kinds.values()}
        counts: dict[int | None, dict[int, int]] = {}
        self._lists: dict[int | None, _List] = {}
        for listing in children(part, "num"):
            key = number(find(listing, "abstractNumId"))
            kind = kinds.get(key)
            link = attribute(find(kind, "numStyleLink"), "val")
            levels = _levels(linked.get(link) if link else kind)
            made = _List(levels, counts.setdefault(key, {}))
            _override(made, listing)
            self._lists[number(listing, "numId")] = made

    def level_of(self, list_id: int, style: str | None) -> int:
        """Give the level that a list ties to a paragraph style, 0 where it ties none."""
        levels = self._lists[list_id].levels if list_id in self._lists else {}
        return next((at for at, level in levels.items() if style and level.paragraph_style == style), 0)

    def label(self, list_id: int, at: int) -> str:
        """Count one paragraph, and give what Word writes before it: «2.1», «a)», «•» or «»."""
        listing = self._lists.get(list_id)
        level = listing.levels.get(at) if listing else None
        if listing is None or level is None:
            return ""
        _count(listing, at)
        if level.style == "bullet":
            return "•"
        return _PLACE.sub(lambda place: _shown(listing, level, int(place[1]) - 1), level.pattern).strip()


def _levels(kind: Element | None) -> dict[int, _Level]:
    return {number(level, "ilvl") or 0: _level(level) for level in children(kind, "lvl")}


def _level(level: Element) -> _Level:
    start = number(find(level, "start"))
    return _Level(
        1 if start is None else start,
        attribute(find(level, "numFmt"), "val") or "decimal",
        attribute(find(level, "lvlText"), "val") or "",
        is_on(find(level, "isLgl")),
        attribute(find(level, "pStyle"), "val"),
    )


def _override(made: _List, listing: Element) -> None:
    for change in children(listing, "lvlOverride"):
        at = number(change, "ilvl") or 0
        level = find(change, "lvl")
        if level is not None:
            made.levels[at] = _level(level)
        start = number(find(change, "startOverride"))
        if start is not None:
            made.restarts[at] = start


def _count(listing: _List, at: int) -> None:
    counts = listing.counts
    if at in listing.restarts:
        counts[at] = listing.restarts.pop(at) - 1
    counts[at] = counts.get(at, listing.levels[at].start - 1) + 1
    for deeper in [level for level in counts if level > at]:
        del counts[deeper]


def _shown(listing: _List, level: _Level, at: int) -> str:
    of = listing.levels.get(at)
    if of is None:
        return ""
    style = "decimal" if level.in_digits else of.style
    return numeral(listing.counts.get(at, of.start), style)

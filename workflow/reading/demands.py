"""What a letter demands of the content of the annual and the half-year report, sentence by sentence."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from workflow.reading import references
from workflow.reading.cutting import Cutter
from workflow.reading.norsk import damaged, fold
from workflow.reading.passage import Passage
from workflow.reading.segments import Heading, Paragraph
from workflow.reading.sentences import sentences
from workflow.reading.text import LetterText


class DemandedOf(StrEnum):
    """Which report a demand is about."""

    YEAR = "year"
    HALF_YEAR = "half-year"


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand in the letter's words; `key` follows from report and words, so it survives a new reading."""

    key: str
    report: DemandedOf
    words: str
    line: int
    page: int | None
    year: int | None
    """The year the report is for, where the words say so («årsrapporten for 2025»); else the letter's own."""


_HALF = damaged(r"\bhalvårsrapport(?!er\b|ar\b)")
_YEAR = damaged(r"(?<![a-zæøå&])(?:å|d)rsrapport(?!er\b|ar\b)")
_HEADS_HALF, _HEADS_YEAR = damaged(r"\bhalvårsrapport"), damaged(r"(?<![a-zæøå&])årsrapport")
_BESIDE = damaged(r"\b[i1l] (?:forbindelse|samband|samanheng) med\s+(?:halv)?årsrapport\w*(?:\s+og\s+\w+)?")
"""What is told beside a report is not a part of it."""
_FOR_YEAR = damaged(r"årsrapport\w*\s+for\s+(20\d\d)")
_DEMANDS = damaged(r"\b(?:skal|må|ber|bes|bør|forventer|forventes|ventar|ventast)\b")
_ON_ITS_WAY = damaged(
    r"\b(?:sendes|sendast|oversendes|oversendast|leveres|leverast|publiseres|publiserast|utgangspunkt i)\b"
    r"|\bmøte(?:ne|t|r)?\s+(?:vil|skal)\b|\bkopi av\b"
)
_TELLS = damaged(
    r"\b(?:rapporter\w*|omtal\w*|redegjør\w*|gjer\w* greie|vurder\w*|beskriv\w*|forklar\w*|opplys\w*|oppgi"
    r"|inneh\w+|gi|gis|giv\w*|omfatt\w*|inngå|framgå|fremgå|utarbeid\w*|vis\w*|synliggj\w*)\b"
)
_EASES = damaged(r"\bdersom\b[^.]*\btilstrekkel")
_POINT = re.compile(r"(?<=[.:;])\s+[eo¢•]\s+(?=[|I]{0,2}[A-ZÆØÅ])")
"""A point of a list whose mark a scanner took for a letter."""
_GOES_ON = damaged(
    r"\b(?:også|i denne sammenheng\w*|som (?:en|ein) del av rapportering\w*|herunder|for dette)\b"
)


def demands(text: LetterText) -> tuple[Demand, ...]:
    """Give every demand on the content of the two reports, in the order of the letter, each once.

    A sentence is one when it obliges («skal», «må», «ber om») and names the report, stands in a
    chapter about it, goes on from such a sentence («skal også omtale …»), or is a point of a list
    that such a sentence opens. Sentences about when and to whom a report is sent are none.
    """
    found: dict[str, Demand] = {}
    for one in _Reader().read(text):
        found.setdefault(one.key, one)
    return tuple(found.values())


class _Reader:
    """Walks the letter and remembers the chapter, and what the sentence before was about."""

    def __init__(self) -> None:
        self._chapter: DemandedOf | None = None
        self._before: DemandedOf | None = None
        self._list: DemandedOf | None = None

    def read(self, text: LetterText) -> Iterator[Demand]:
        ids = references.learn([line.text for line in text.lines])
        for segment in Cutter(text, ids).cut():
            if isinstance(segment, Heading) and not _opens_a_list(segment):
                self._turn(segment)
            elif isinstance(segment, Heading | Paragraph):
                yield from self._paragraph(segment)
            else:
                self._before = self._list = None

    def _turn(self, heading: Heading) -> None:
        self._chapter = _headed(heading.passage.text)
        self._before = self._list = None

    def _paragraph(self, paragraph: Heading | Paragraph) -> Iterator[Demand]:
        bullet = isinstance(paragraph, Paragraph) and paragraph.bullet
        opened = self._list if bullet else None
        for sentence in _pieces(paragraph.passage):
            about = self._about(sentence.text, opened)
            if about is not None:
                yield _demand(about, sentence)
            self._before = about
            if sentence.text.rstrip().endswith(":"):
                self._list = about
        if not bullet and not paragraph.passage.text.rstrip().endswith(":"):
            self._list = None

    def _about(self, sentence: str, opened: DemandedOf | None) -> DemandedOf | None:
        if opened is not None:
            return None if _EASES.search(sentence) else opened
        if not _DEMANDS.search(sentence):
            return None
        named = _named(sentence)
        if _ON_ITS_WAY.search(sentence) and not _TELLS.search(sentence):
            return None
        if named is not None:
            return named if _TELLS.search(sentence) else None
        if self._chapter is not None:
            return self._chapter
        return self._before if self._before and _GOES_ON.search(sentence) else None


def _opens_a_list(heading: Heading) -> bool:
    """A sentence that ends in a colon looks like a heading, and is none when it obliges."""
    text = heading.passage.text.rstrip()
    return text.endswith(":") and _DEMANDS.search(text) is not None


def _pieces(passage: Passage) -> Iterator[Passage]:
    for sentence in sentences(passage):
        begin = 0
        for mark in _POINT.finditer(sentence.text):
            yield sentence.part(begin, mark.start())
            begin = mark.end()
        yield sentence.part(begin, len(sentence.text))


def _named(sentence: str) -> DemandedOf | None:
    sentence = _BESIDE.sub(" ", sentence)
    if _HALF.search(sentence):
        return DemandedOf.HALF_YEAR
    return DemandedOf.YEAR if _YEAR.search(sentence) else None


def _headed(heading: str) -> DemandedOf | None:
    if _HEADS_HALF.search(heading):
        return DemandedOf.HALF_YEAR
    return DemandedOf.YEAR if _HEADS_YEAR.search(heading) else None


def _demand(report: DemandedOf, sentence: Passage) -> Demand:
    words = re.sub(r"\s+", " ", sentence.text).strip()
    line, _, page = sentence.strip().at(0)
    stamp = hashlib.sha256(fold(words).encode()).hexdigest()[:6]
    named = _FOR_YEAR.search(words)
    return Demand(f"{report}-{stamp}", report, words, line, page, int(named[1]) if named else None)

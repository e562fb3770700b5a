"""A duty's title as a person would write it, out of the words that stand in the letter."""

from __future__ import annotations

import re
from collections.abc import Callable

from workflow.reading import objects
from workflow.reading.layout import bullet, plain
from workflow.reading.norsk import damaged

_LEAD = damaged(
    r"^(?:videre |i tillegg |departementet ber (?:om at )?|vi ber (?:om at )?)?(?P<who>[\wæøåÆØÅ:-]+)(?:"
    r" \([^)]*\))? (?:skal|må|bes om å|bes|vert bede om å|blir bedt om å)(?:,[^,]{3,60},)? (?:også |òg"
    r" |derfor |videre )?(?:å )?"
)
_PASSIVE = damaged(
    r"^(?:når det gjeld\w* rapportering, skal )?(?P<what>[\wæøåÆØÅ][^,;:]{3,90}?) (?:skal |må )?"
    r"(?:også |òg )?(?:sendes|sendast|leveres|leverast|oversendes|oversendast|rapporteres|rapporterast|være"
    r" departementet i hende"
    r"|skal være mottatt|være mottatt|foreligge|liggje føre|publiseres)\b"
)
_NUMBER = re.compile(r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-H]\.)\s+)?(?:Frist:?\W+)?(?=[A-ZÆØÅ])")
_BEFORE = damaged(
    r"(?:[\s,(–-]+|(?<!\w))(?:(?:og|samt|med|som|skal|til departementet|(?:over)?sendes|(?:over)?sendast"
    r"|leveres|leverast|innen|innan|senest|sein[ae]st|f(?!o)ør|frist(?:en)?|er|på|den|tentativt?)(?!\w)\s*)*$"
)
_LONGEST = 180


def unnumbered(heading: str) -> str:
    """A heading without its number or letter."""
    return re.sub(r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.|[IVX]+\.?)\s+)?", "", plain(heading))


def of_row(text: str) -> str:
    """A row's words on one line, without decoration."""
    title = " ".join(plain(text[bullet(text) :]).split())
    title = (
        re.sub(r"(?<=[a-zæøå])- (?=[a-zæøå])(?!- (?:og|eller)\b)", "-", title)
        if "- og" not in title
        else title
    )
    return _cap(title.strip(" .:;|,–—-[]*"))


def of_sentence(sentence: str, cuts: list[tuple[int, int]], is_us: Callable[[str], bool]) -> str:
    """A sentence without its deadline and without «direktoratet skal»."""
    text, end = "", 0
    for start, stop in cuts:
        text += _BEFORE.sub("", sentence[end:start]) + " "
        end = stop
    text = " ".join((text + sentence[end:]).split())
    text = _NUMBER.sub("", plain(text[bullet(text) :]))
    text = re.sub(r"\s+(?=[,.;])", "", text)
    asked = objects.asked_for(text)
    if asked:
        return _cap(asked[:1].upper() + asked[1:])
    passive = _PASSIVE.match(text)
    if passive and len(passive["what"]) >= 5:
        return _cap(passive["what"].strip())
    lead = _LEAD.match(text)
    without = text[lead.end() :] if lead and is_us(lead["who"]) else text
    if len(without) >= 12:
        text = without[:1].upper() + without[1:]
    return _cap(text.strip(" .:;|,–—-()*"))


def _cap(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    return title[:_LONGEST].rsplit(" ", 1)[0] + " …"

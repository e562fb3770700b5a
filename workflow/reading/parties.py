"""Who leads an assignment when we do not, and to whom a delivery is owed, as the text says it."""

from __future__ import annotations

import re
from collections.abc import Callable

from workflow.reading.norsk import damaged

_NAME = r"(?P<who>[A-ZÆØÅ][\wæøåÆØÅ-]+(?:,? (?:og |for |i )?[\wæøåÆØÅ-]+){0,4}?)"
_LEADS = damaged(
    rf"^\W*{_NAME}(?: \([^)]*\))? (?:vil |skal |har ansvar(?:et)? for å )?"
    r"(?:leder|lede|koordinerer|koordinere|er hovedansvarlig|har hovedansvar\w*)\b",
    re.NOFLAG,
)
_LED_BY = damaged(
    rf"\b(?:ledes|leiast|ledet|leia|koordineres|koordinerast) av {_NAME}(?<!-)(?=[.,;()]| i samarbeid| og"
    r" bidra|$)"
    rf"|\bunder ledelse av (?P<under>[A-ZÆØÅ][\wæøåÆØÅ-]+(?: og [\wæøå-]+)?)",
    re.NOFLAG,
)
_HELPS = re.compile(r"\b(?:gi|yte) (?:faglig )?(?:bistand|støtte|stotte) til (?P<who>[A-ZÆØÅ][\wæøåÆØÅ-]+)")
_RECEIVER = damaged(
    r"\b(?:til|hos)\s+(?P<to>(?:Riksrevisjonen|[a-zæøå]*departement(?:et|ene)?"
    r"|[A-ZÆØÅ][\wæøå-]*(?:departementet|direktoratet"
    r"|revisjonen|tinget|rådet|senteret|banken|SSB|DFØ)))\b",
    re.NOFLAG,
)


def leader(sentence: str, is_us: Callable[[str], bool]) -> str:
    """The name of whoever else leads; empty where the sentence names nobody, or us."""
    text = sentence.replace("\n", " ")
    found = _LED_BY.search(text) or _LEADS.match(text) or _HELPS.search(text)
    if found is None:
        return ""
    name = " ".join(((found.groupdict().get("who") or found.groupdict().get("under")) or "").split())
    return "" if not name or is_us(name.split()[0]) else name


def named_leader(note: str, is_us: Callable[[str], bool]) -> str:
    """Who «Ansvarlig: …» names, when it is not us."""
    found = re.match(r"\W*(?:Hovedansvar|Ansvar)\w*:\s+(?P<who>[^\n,.;(]{2,60})", note)
    name = re.split(r"\s(?:i samarbeid|saman|sammen)\b", found["who"])[0].strip() if found else ""
    return "" if not name or is_us(name.split()[0]) else name


def receiver(sentence: str) -> str:
    """To whom the sentence says that something is delivered: «departementet», «Riksrevisjonen»."""
    found = _RECEIVER.search(sentence.replace("\n", " "))
    return found["to"] if found else ""

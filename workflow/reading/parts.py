"""Which part of a duty a deadline is for: «Del 1», «Utkast», «Tiltak 62»."""

from __future__ import annotations

import re

from calendars.deadline import Deadline, Form
from workflow.reading.columns import LABEL
from workflow.reading.ledger import Phrase
from workflow.reading.mention import Due
from workflow.reading.norsk import damaged

_NUMBERED = damaged(
    r"^\W*((?:del|tiltak|fase|delleveranse|leveranse|punkt|pkt\.?|trinn|milepæl)\s?\d{1,3}[a-z]?)\b"
)
_TRAILING = damaged(
    r"(?:\s*(?:med frist|leveres|leverast|sendes|frist(?:"
    r" er)?|innen|innan|senest|er|har|departementet|f(?!o)ør))*[\s:–,.-]*$"
)

_FROM = re.compile(
    r"\b(?:fra|frå|fra og med|f\.o\.m\.|solgt etter|(?:telle|telje)dato)\s+(?:\w+dag\s+)?$", re.I
)


def dues(text: str, phrases: list[Phrase], prose: bool = False) -> list[Due]:
    """Give each phrase of a deadline cell its part; phrases that are no deadlines are left out.

    In running text (`prose`) only known names of parts count; in a cell any words before a date may be one.
    """
    found, end = [], 0
    for phrase in phrases:
        if phrase.deadline is not None and not _counts_from(text[: phrase.start], phrase.deadline):
            label = phrase.label if not prose or LABEL.match(phrase.label) else ""
            found.append(Due(of(label, text[end : phrase.start], phrase.text, prose), phrase))
        end = max(end, phrase.end)
    return found


def _counts_from(before: str, deadline: Deadline) -> bool:
    """«kan rapportere fra torsdag 7. juli»: a day on which something opens."""
    return deadline.form in (Form.DATE, Form.WINDOW) and bool(_FROM.search(before))


def of(label: str, before: str, phrase: str = "", prose: bool = False) -> str:
    """The part's name from the deadline language's label, or from the words before the phrase."""
    own = LABEL.match(before.strip(" \n.,;")) if not label else None
    name = " ".join((label or (own[0] if own else "")).split())
    if not name and (inside := LABEL.match(phrase)):
        name = inside[0]
    numbered = _NUMBERED.match(name)
    if numbered:
        word, number = re.match(r"(\D+?)\s?(\d+\w?)$", numbered[1]).groups()  # type: ignore[union-attr] # _NUMBERED ends in a number
        return f"{word.capitalize()} {number}"
    if (
        not prose
        and not label
        and not name
        and before.strip()
        and re.fullmatch(r"[A-ZÆØÅ][\w\s-]{2,40}", before.strip())
    ):
        name = before.strip()
    name = _TRAILING.sub("", name).strip(" :–-.,|")
    return name[:1].upper() + name[1:] if 2 < len(name) <= 60 else ""

"""What makes a deadline tentative or firm: words beside the phrase, whatever its form."""

from __future__ import annotations

import re
from dataclasses import replace

from calendars.deadline import Deadline
from calendars.form import Language
from calendars.phrases import matcher

_TENTATIVE = (
    r"(?:tentativ\w*|foreløpig (?:dato|frist)|førebels (?:dato|frist)|sannsynligvis|truleg"
    r"|trolig|antatt|antakelig"
    r"|forventet|venta|planlagt|planlegges|med forbehold|dato kommer|forslag til dato)"
)
_BREAK = re.compile(r"[.;|\t]\s|[|\t]")
_TENTATIVE_AFTER = (
    r"^[ \n,]*\(?(?:tentativ\w*|foreløpig|førebels|med forbehold|tbc|t\.b\.c|ikke endelig"
    r"|ikkje endeleg)"
)
_FIRM = (
    r"frist\w*[^.|\t]{0,20} kan (?:ikke|ikkje) (?:fravikes|fråvikast|forskyves|forskyvast"
    r"|utsettes|utsetjast)"
    r"|(?:absolutt|ufravikelig|ufråvikeleg|endelig og ufravikelig) frist|frist\w* er "
    r"(?:absolutt|ufravikelig)"
)

_WORDS = {
    "nb": ("Tentativ frist: {}", "{}. Fristen kan ikke fravikes."),
    "nn": ("Tentativ frist: {}", "{}. Fristen kan ikkje fråvikast."),
}


def marked(deadline: Deadline, text: str, start: int, end: int) -> Deadline:
    """Mark a deadline that stands at a span of a folded text."""
    before = _BREAK.split(text[max(0, start - 50) : start])[-1]
    after = text[end : end + 80]
    tentative = bool(matcher(_TENTATIVE).search(before) or matcher(_TENTATIVE_AFTER).search(after))
    firm = bool(matcher(_FIRM).search(text[max(0, start - 60) : start] + " " + after.split("\t")[0]))
    return replace(deadline, tentative=deadline.tentative or tentative, firm=deadline.firm or firm)


def mark(worded: str, deadline: Deadline, language: Language) -> str:
    """Add to a wording that the deadline is tentative or firm."""
    tentative, firm = _WORDS[language]
    if deadline.tentative:
        worded = tentative.format(worded)
    return firm.format(worded) if deadline.firm else worded

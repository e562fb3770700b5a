"""The words that speak of a deadline, and those that add nothing to one."""

from __future__ import annotations

import re

from calendars.phrases import matcher

_CUE = (
    r"(?<!\w)(?:innen|innan|senest|sein[ae]st|frist\w*|(?:lever(?!and)|over?send|send|rapporter|ferdigstil|avhold"
    r"|gjennomfør|oppdater|publiser|overlever|presenter|orienter)\w*|ferdig|i løpet av|haldast|holdes"
    r"|legges (?:frem|fram)|leggjast fram|i forkant av|klar|foreligge"
    r"|liggje føre|(?:kjem|kommer) med|innsp[ei]ll?\w*|seminar\w*|\w*møte\w*|møtes"
    r"|møtast|samling\w*|dato|tidspunkt|planlagt)(?!\w)(?:[^.;:|\t]|(?<=[0-9])\.){0,60}$"
    r"|(?:frist\w*|dato|tidspunkt) ?[:.-]? ?$|: ?$"
)


def is_cued(before: str) -> bool:
    """Tell whether the text before a phrase speaks of a deadline, in the same sentence."""
    return bool(matcher(_CUE).search(re.sub(r"[ \n]+", " ", before) + " "))


_FILLER = (
    r"frist\w*|leverings\w*|leveranse\w*|rapporterings\w*|dato\w*|innen|innan|senest"
    r"|sein[ae]st|den|det|for|er|skal"
    r"|leveres|leverast|sendes|sendast|i|på|med|endelig|endeleg|foreløpig|førebels|kl|ca|og"
    r"|til|tidspunkt|departementet"
    r"|rapport|utkast|settes|del|slutt\w*|tentativt?|planlagt|årlig|årleg|kan|ikke|ikkje"
    r"|fravikes|fråvikast|absolutt"
    r"|fristen|dette|møte|avholdes|haldast"
)
_WORD = re.compile(r"[a-zæøå&@éóò]+|[0-9]+", re.IGNORECASE)


def says_more(rest: str) -> bool:
    """Tell whether what stands beside a phrase carries a meaning of its own."""
    return any(not matcher(_FILLER).fullmatch(word) for word in _WORD.findall(rest))

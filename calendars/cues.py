"""The words that speak of a deadline, and those that add nothing to one."""

from __future__ import annotations

import re

from calendars.phrases import compiled

TRIGGER = re.compile(
    compiled(
        r"[0-9]|prim|medi|ultim|jan|feb|mars|apr|ma[i1]|ju[nl]|aug|sep|okt|n[o0]v|des|uke|veke"
        r"|dag|måned|månad|kvartal|tertial"
        r"|halvår|år|høst|vår|haust|sommer|sommar|vinter|løpende|løpande|avta|dialog|behov|straks"
        r"|snar|opphold"
        r"|opphald|snøgg|umiddelbart|eget|eige|forkant|etterkant|etter|før|samtid|ved |tid"
        r"|ukentlig|dato|frist"
        r"|utgangen|fastsatt|fastsett|avklar|bestemt|senere|seinare|tbd|tba|tilknytning|forespørsel|når|rundt|oppmoding|uka"
    )
)
"""In every text that can hold a phrase of any form."""

_CUE = re.compile(
    compiled(
        r"(?:innen|innan|senest|sein[ae]st|fristen?|leveres?|leverast|levering|leveranse|sendes?"
        r"|sendast|oversendes?"
        r"|oversendast|rapporteres?|rapporterast|rapportering|ferdigstilles?|ferdigstillast|ferdig|i løpet av"
        r"|avholdes|haldast|holdes|gjennomføres|gjennomførast|legges frem|leggjast fram"
        r"|oppdateres|oppdaterast"
        r"|publiseres|publiserast|avleveres|i forkant av|klar|foreligge|liggje føre"
        r"|første seminar|orienteres?"
        r"|dato|tidspunkt|tid)(?!\w)[^.;:|\n\t]{0,50}$|(?:frist\w*|dato|tidspunkt)[ \n]*[:.-]?[ \n]*$"
    )
)


def is_cued(before: str) -> bool:
    """Tell whether the text before a phrase speaks of a deadline, in the same sentence."""
    return bool(_CUE.search(" ".join(before.split()) + " "))


_FILLER = re.compile(
    compiled(
        r"frist\w*|leverings\w*|leveranse\w*|rapporterings\w*|dato\w*|innen|innan|senest"
        r"|sein[ae]st|den|det|for|er|skal"
        r"|leveres|leverast|sendes|sendast|i|på|med|endelig|endeleg|foreløpig|førebels|kl|ca|og"
        r"|til|tidspunkt|departementet"
        r"|rapport|utkast|settes|del|slutt\w*|tentativt?|planlagt|årlig|årleg|kan|ikke|ikkje"
        r"|fravikes|fråvikast|absolutt"
        r"|fristen|dette|møte|avholdes|haldast"
    )
)
_WORD = re.compile(r"[a-zæøå&@éóò]+|[0-9]+", re.IGNORECASE)


def says_more(rest: str) -> bool:
    """Tell whether what stands beside a phrase carries a meaning of its own."""
    return any(not _FILLER.fullmatch(word) for word in _WORD.findall(rest))

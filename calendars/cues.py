"""The words that speak of a deadline, and those that add nothing to one."""

from __future__ import annotations

import re

from calendars.phrases import compiled

TRIGGER = re.compile(
    compiled(
        r"[0-9]|prim|med[il1]|u[lt]t[il1]m|(?<!\w)(?:jan|feb|mar|apr|ma[i1]|ju[nl]|aug|sep|okt|n[o0]v|des)"
        r"|(?<!\w)(?:uk[ea]|vek[ea])|ukentlig|vekentleg|dag|måned|månad|kvartal|tertial|halvår|året(?!\w)"
        r"|(?<!\w)år(?!\w)|årl[ie]g|årsskift|årsrapp|rapporten|rapporta|årvis|høst|v[åâáéa]r"
        r"(?:en)?(?!\w)|v&r|haust"
        r"|somm[ea]r|vinter|l[øoeg]pende|løpande|kontinuer|avta|dialog|samråd|avklar|bestemt"
        r"|behov|straks|snar"
        r"|opphold|opphald|snøgg|umiddelbart|omgående|omgåande|eget|eige|brev|tilbake|attende"
        r"|forkant|forut|forhånd"
        r"|førehand|etter|f[øóégé6]r |f[øóégé6]r\n|samtid|samstund|(?<!\w)ved |i god tid"
        r"|rime[a-z]* tid|fastsatt"
        r"|fastsett|fastset|senere|seinare|tbd|tba|t\.b\.d|forespørsel|førespurnad|oppmoding"
        r"|anmodning|bestilling"
        r"|foreligg|ferdig|utgangen|nyttår|påske|pinse|(?<!\w)jul|ferien|fler|fleir|runde|dato\)"
        r"|xx?\.|dd|minst"
        r"|forbindelse|samband|tilknytning|tilknyting|(?:hver|kvar)t? |gang|gong"
    )
)
"""In every text that can hold a phrase of any form."""

_CUE = re.compile(
    compiled(
        r"(?<!\w)(?:innen|innan|senest|sein[ae]st|frist\w*|(?:lever(?!and)|over?send|send|rapporter|ferdigstil|avhold"
        r"|gjennomfør|oppdater|publiser|overlever|presenter|orienter)\w*|ferdig|i løpet av|haldast|holdes"
        r"|legges (?:frem|fram)|leggjast fram|i forkant av|klar|foreligge"
        r"|liggje føre|seminar\w*|\w*møte\w*|møtes"
        r"|møtast|samling\w*|dato|tidspunkt|planlagt)(?!\w)(?:[^.;:|\t]|(?<=[0-9])\.){0,60}$"
        r"|(?:frist\w*|dato|tidspunkt) ?[:.-]? ?$|: ?$"
    )
)


def is_cued(before: str) -> bool:
    """Tell whether the text before a phrase speaks of a deadline, in the same sentence."""
    return bool(_CUE.search(re.sub(r"[ \n]+", " ", before) + " "))


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

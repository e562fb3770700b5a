"""The part a deadline is for, when the text names it right before: «Del 1», «Tiltak 62», «Utkast»."""

from __future__ import annotations

import re
from dataclasses import replace

from calendars.form import Context
from calendars.found import Found
from calendars.phrases import matcher

_NUMBERED = (
    r"(?:del|delleveranse|delleveranser|tiltak|fase|trinn|steg|milepæl|leveranse|punkt|delrapport"
    r"|rapport|utkast|delmål"
    r"|ledd|deloppdrag|delfrist)"
)
_STAGE = (
    r"(?:utkast\w*|førsteutkast\w*|sluttrapport\w*|sluttraport\w*|delrapport\w*"
    r"|midtveisrapport\w*|statusrapport\w*"
    r"|underveisrapport\w*|resultatnotat\w*|statusnotat\w*|sluttnotat\w*|skisse\w*|sluttleveranse\w*"
    r"|(?:endelige?|endelege?|foreløpige?|førebelse?|førebels|siste|fyrste|første|andre|tredje"
    r"|fjerde|halvferdig)"
    r" [^\W\d][\w-]*|endelig|endeleg|foreløpig|førebels)"
)
_JOIN = r"(?: ?[:,-]+)?(?: (?:har|er|med|leveres|leverast|sendes|sendast|oversendes|foreligger|skal \w+))?"
_TO = r"(?: (?:til )?(?:departementet|oppdragsgiver|[^\W\d]{2,5}))?(?: (?:med|har))?"
_BY = (
    r"(?: ?(?:leverings|leveranse|inn)?frist\w*)?(?: er)?(?: ?[:-])?(?: (?:innen|innan|senest"
    r"|sein[ae]st|den|på|til|i))*[ \n\t]*$"
)
_LABEL = (
    rf"(?<![\w-])({_NUMBERED} ?\d{{1,3}}[a-f]?(?!\w)(?:[:.] ?[^\W\d][^\n|.:;\t]{{2,50}})?"
    rf"|[a-f]\)(?! [a-zæøå]{{3}})|\d{{1,2}}\. (?:utkast|delrapport|leveranse|del|versjon)"
    rf"|{_STAGE}(?: (?!har|er|med|leveres|sendes|innen)[^\W\d][\w-]*){{0,4}}?)" + _JOIN + _TO + _BY
)
_FREE = re.compile(r"^\W*([^\W\d][^:;|.\n\t]{1,58}?)[ \n]*:[ \n\t]*$")
_FRIST_ONLY = (
    r"(?:\w*frist\w*|dato|tidspunkt|når|tid|\w*frist\w* .{0,30}|.*fravikes|.*fråvikast|\d+ ganger.*)"
)
_LEADING = r"^(?:\w*frist\w*(?: for)?[ \n]*:?|og|mens|med|til|for)[ \n]+"

_TRAILING = (
    r" (?:frist\w*|oversendes|oversendast|sendes|sendast|leveres|leverast|må|skal|foreligger"
    r"|har|er|med frist|innen|innan)(?!\w).*$"
)


def label_all(text: str, found: list[Found], context: Context) -> list[Found]:
    """Give each phrase the label that stands between it and the one before."""
    labelled: list[Found] = []
    for one in found:
        since = labelled[-1].end if labelled else 0
        labelled.append(replace(one, label=_label(text[max(since, one.start - 120) : one.start], context)))
    return labelled


def _label(before: str, context: Context) -> str:
    before = _same_cell(before)
    named = matcher(_LABEL, re.IGNORECASE).search(before)
    if named:
        return _tidy(named[1])
    free = _FREE.match(before.strip(" \t\n,;.")) if context.cell and before.rstrip().endswith(":") else None
    return _tidy(free[1]) if free else ""


def _same_cell(before: str) -> str:
    return before.rsplit("|", 1)[-1]


def _tidy(words: str) -> str:
    label = matcher(_LEADING, re.IGNORECASE).sub("", " ".join(words.split()))
    label = matcher(_TRAILING, re.IGNORECASE).sub("", label).strip(" :,-–—.")
    return "" if matcher(_FRIST_ONLY, re.IGNORECASE).fullmatch(label) else label[:1].upper() + label[1:]

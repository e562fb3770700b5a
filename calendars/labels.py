"""The part a deadline is for, when the text names it right before: «Del 1», «Tiltak 62», «Utkast»."""

from __future__ import annotations

import re
from dataclasses import replace

from calendars.form import Context
from calendars.found import Found
from calendars.phrases import compiled

_NUMBERED = r"(?:del|delleveranse|tiltak|fase|trinn|steg|milepæl|leveranse|punkt|delrapport|rapport|utkast|delmål|post)"
_STAGE = (
    r"(?:utkast|førsteutkast|endelig|endeleg|foreløpig|forelgpig|førebels|førebelse|første|fyrste|andre|tredje|siste"
    r"|sluttrapport|sluttraport|delrapport|midtveis\w*|status\w*|resultatnotat|underveis\w*|slutt\w*|rapport\w*"
    r"|notat\w*|skisse|plan|versjon|innspill|leveranse)"
)
_LABEL = re.compile(
    compiled(
        rf"((?:{_NUMBERED} ?\d{{1,3}}[a-f]?(?:[:.] ?[^\W\d][^\n|.:;]{{2,50}})?"
        rf"|\d{{1,2}}\. (?:utkast|delrapport|leveranse|del)"
        rf"|(?<!\w){_STAGE}\w*(?: [^\W\d][\w-]*){{0,4}}?))"
        r"[ \n]*(?:[:,-]|har|er|leveres|leverast|sendes|sendast)?[ \n]*(?:departementet|til departementet)?[ \n]*"
        r"(?:har|er|med)?[ \n]*(?:frist\w*)?[ \n]*(?:er|:)?[ \n]*(?:innen|innan|senest|seinest|den|på)?[ \n\t]*$"
    ),
    re.IGNORECASE,
)
_FREE = re.compile(r"^\W*([^\W\d][^:;|.\n]{1,58}?)[ \n]*:[ \n\t]*$")
_FRIST_ONLY = re.compile(compiled(r"^(?:\w*frist\w*|dato|tidspunkt|når|tid|\w+frist .{0,30})$"), re.IGNORECASE)
_LEADING = re.compile(compiled(r"^(?:\w*frist\w*(?: for)?[ \n]*:?|og|mens|med|til|for)[ \n]+"), re.IGNORECASE)


def label_all(text: str, found: list[Found], context: Context) -> list[Found]:
    """Give each phrase the label that stands between it and the one before."""
    labelled: list[Found] = []
    for one in found:
        since = labelled[-1].end if labelled else 0
        labelled.append(replace(one, label=_label(text[max(since, one.start - 120) : one.start], context)))
    return labelled


def _label(before: str, context: Context) -> str:
    before = before.rsplit("|", 1)[-1].rsplit("\t", 1)[-1] if not before.rstrip().endswith((":", "\t")) else before
    named = _LABEL.search(before)
    if named:
        return _tidy(named[1])
    free = _FREE.match(before.rsplit("\n\n", 1)[-1].strip(" \t") or before) if context.cell else None
    return _tidy(free[1]) if free else ""


def _tidy(words: str) -> str:
    label = _LEADING.sub("", " ".join(words.split())).strip(" :,-–—.")
    return "" if _FRIST_ONLY.match(label) else label[:1].upper() + label[1:]

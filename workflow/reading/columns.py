"""Where a line of a table that has lost its ruling divides: what is owed to the left, when to the right."""

from __future__ import annotations

import re

from workflow.reading.norsk import MONTH, damaged
from workflow.reading.passage import Passage

_DAY = (
    rf"(?:\d{{1,2}}\.?\s?[-–]\s?\d{{1,2}}\.\s?{MONTH}(?:\s?\d{{4}})?"
    r"|\d{1,2}\s?[./]\s?\d{1,2}(?:\s?[./-]\s?(?:\d{4}|\d\d)(?!\d))?\.?"
    rf"|\d{{1,2}}\.?\s?{MONTH}(?:\s?\d{{4}})?)"
)
_WEEKDAYS = r"(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag(?:er|ar)?"
_SEASON = (
    r"(?:vår(?:en)?|høst(?:en)?|haust(?:en)?|sommer(?:en)?|sommar(?:en)?|vinter(?:en)?)(?!\w)(?!\s+"
    + MONTH
    + ")"
)
_OFTEN = (
    r"(?:(?:år|månad|måned|uke|ukent|veke|vek|halvår|dag)\w{0,3}l(?:i|e)ge?|flere?årig|fleirårig"
    r"|kvartals(?:vis\w*|rapport)?|tertial(?:s?vis\w*)?"
    r"|halvår(?:s?vis)?|løpende|løpande|fortløpende|fortløpande|straks|snarest(?: mulig|"
    r" råd)?|jevnlig|jamleg|omgående)(?!\w)"
)
_OPEN = (
    r"(?:etter (?:nærmere |nærare )?avtal[ea](?: med \w+)?|avtal(?:es|ast)(?: \w+)?|ved"
    r" (?:behov|ferdigstill\w+|forespørsel)"
    r"|settes i dialog(?: med \w+)?|i dialog med \w+|eget løp(?: til(?: hver(?: \w+)?)?)?|(?:kommer )?i eget"
    r" brev|eget brev|egen bestilling|avklares(?: \w+)?|(?:dato )?ikke fastsatt"
    r"|uten ugrunnet opphold|utan ugrunna opphald|dato kommer|ikke satt|ikkje sett)"
)
_PERIOD = (
    r"(?:\d\.?\s?(?:og \d\.\s?)?(?:kvartal|tertial|halvår)|[QT][1-4]|første halvår|andre"
    r" halvår|årsskiftet|månedsskiftet|månadsskiftet)"
)
_WEEK = (
    r"(?:(?:første|fyrste|andre|tredje|siste)\s(?:uke|veke)(?:n|a)?(?:\si)?|(?:uke"
    r"|veke)\s?\d{1,2}(?:\s?[-/–]\s?\d{1,2})?(?:"
    r" \d{4})?)"
)
_END = r"\(?(?:til og med|t\.?o\.?m\.?) (?:\d{1,2}\. )?\w* ?\d{4}\)?"
_MONTHS = rf"{MONTH}(?:\s?[/–-]\s?{MONTH})?(?:\s20\d\d)?"
_EVERY = (
    r"(?:annen|annet|anna|annan)?(?:hver|kvar)(?:t| )?\s?"
    r"(?:år|måned|månad|uke|veke|kvartal|tertial|halvår|\d\. \w+)"
)
_EACH_FIRST = (
    r"\d{1,2}\.\s(?:i )?(?:påfølgende|inneværende|neste|kvar|hver) m\S{1,2}n[ae]d(?:en)?"
    r"|\d\.\s?(?:virke)?dag(?:en)?(?: i(?: hver| kvar)?)?(?: m\S{1,2}ned(?:en)?| månad(?:en)?)?"
)
_STRONG = (
    rf"(?:{_DAY}|{_WEEK}|{_PERIOD}|{_MONTHS}|{_SEASON}|{_WEEKDAYS}|{_OFTEN}|{_OPEN}|{_END}|{_EVERY}"
    rf"|{_EACH_FIRST}|\(dato\)|xx\.xx\.\d*|[Dd]ato"
    r" kommer)"
)
_BEFORE = (
    r"(?:innen|innan|senest|sein[ae]st|f(?!o)ør|frist(?: er)?:?|primo|medio|ultimo|ca\.?|cirka|tidlig"
    r" i|tidleg i|slutten av|starten av|begynnelsen av|byrjinga av|midten av|utgangen av|tentativt?(?:"
    r" frist)?:?"
    r"|hver|kvar|første|fyrste|siste|annenhver|annakvar|sannsynligvis|kl\.?|mellom|per|pr\.?"
    r"|(?:i )?perioden|i løpet"
    r" av|utløpet av|tidlig|sent)"
)
_LABEL = (
    r"(?:(?:del|tiltak|fase|pkt\.?|punkt|leveranse|delleveranse)\s?\d{1,3}[a-z]?(?:\s?[:.]\s?[^\d"
    r"|]{0,60}?:?)?"
    r"|(?:(?:første|fyrste|andre|tredje|endelig[et]?|endeleg|endelege|foreløpige?|førebelse?"
    r"|midtveis)\s(?:utkast|rapport|seminar|leveranse|versjon|frist(?:"
    r" er)?|tall|tal|prognose|resultate?r?|resultat|funn(?: leveres)?|notat|evaluering|vurdering|regnskap)"
    r"|utkast(?: til"
    r" \w+)?|endelige?|endeleg|foreløpige?|førebels|slutt?rapp?ort\w*|sluttevaluering|delrapport(?:"
    r" \d)?|statusrapport|underveisrapport|midtveisrapport|resultatnotat|statusnotat)(?: med frist| leveres|"
    r" leverast)?)\s?[:–-]?"
)
_MORE = (
    r"(?:og|eller|samt|deretter|dernest|i|av|til|—|–|-|/|,|;|\||20\d\d|år(?:et)?|måneden|måned|månaden|"
    r"kl\.?\s?\d{1,2}(?:[.:]\d\d)?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?"
    r"|\((?:tentativt?|foreløpig|[^()]{0,30}frist[^()]{0,30})\)|\(t(?:\s?[-+]\s?\d)?\)|\d{1,2}\.)"
)
_TAIL = damaged(
    rf"(?:^|(?<=[\s|\[]))(?:{_LABEL}\s*)?(?:{_BEFORE}\s+)*{_STRONG}(?:[\s,;:.]*(?:{_LABEL}|{_BEFORE}"
    rf"|{_STRONG}|{_MORE})(?![a-zæøå]))*[\s.,;:|)]*$"
)
_LABEL_TAIL = damaged(rf"(?:^|(?<=\s))(?:{_LABEL}\s*)(?:{_BEFORE}\s*)*$")
_OPEN_END = damaged(
    r"(?:\bi|hver|kvar|med|deretter|\bog|innen|primo|medio|ultimo|utgangen av|[—–,:]|slutten"
    rf" av|\b{MONTH}|til hver|frist|innan)\s*$"
)
_CONTINUES = damaged(
    rf"(?:årl[ie]g|årleg|månede?n?|månaden|\w+departementet|departementet|direktoratet|\w*runde|{MONTH}(?:"
    r" 20\d\d)?|20\d\d|året|kvartal|uke)[.,;]*$"
)
_LONGEST_ROW = 600
"""A line longer than this is running text; it also bounds the time that a line can take."""
_HEAD = damaged(
    rf"^\W*(?:{_BEFORE}\s+)*{_STRONG}(?:[\s,;]*(?:{_BEFORE}|{_STRONG}|{_MORE})(?![a-zæøå]))*[\s:–-]+(?=\S)"
)
LABEL = damaged(rf"^\W*{_LABEL}")


def is_deadline(text: str) -> bool:
    """Whether the whole text reads as the deadline column of a row."""
    if len(text) > _LONGEST_ROW:
        return False
    found = _TAIL.search(text.strip())
    return bool(found) and found is not None and found.start() == 0


def deadline_first(text: str) -> int:
    """Where the rest begins in a line that begins with its deadline; 0 for other lines."""
    found = _HEAD.match(text)
    return found.end() if found else 0


def divide(row: Passage, open_before: str = "") -> tuple[Passage, Passage]:
    """Divide one line of a row into what is owed and when; either side may be empty.

    `open_before` is the deadline text of the line above: where it breaks off («Første mandag i»),
    the last word of this line may belong to it.
    """
    text = row.text
    if len(text) > _LONGEST_ROW:
        return row, row.part(len(text), len(text))
    found = _TAIL.search(text) or _LABEL_TAIL.search(text)
    cut = found.start() if found and found[0].strip() else len(text)
    if open_before and _OPEN_END.search(open_before):
        cut = min(cut, _continued_from(text))
    left = re.sub(r"[\s|\[]+$", "", text[:cut])
    return row.part(0, len(left)), row.part(cut, len(text)).strip()


def _continued_from(text: str) -> int:
    if re.match(r"\W*(?:og )?(?:deretter|derpå|dernest)\b", text, re.I) and len(text.split()) <= 4:
        return 0
    found = _CONTINUES.search(text)
    if found and (found.start() == 0 or text[found.start() - 1].isspace()):
        return found.start()
    if text.rstrip().endswith(":") and len(text.split()) <= 4:
        return 0
    return len(text)

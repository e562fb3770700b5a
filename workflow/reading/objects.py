"""What a sentence asks for, out of its words: «direktoratet sender departementet en plan» asks for a plan."""

from __future__ import annotations

from workflow.reading.norsk import damaged

_DUE_FOR = damaged(
    r"^\W*(?:ny |endelig |endeleg )?\w*frist(?:en)?(?: for| til)(?: å)? (?P<what>[^.;]{4,120}?)"
    r"(?: er| blir| vert| settes| settast| vil være| vil vere)?(?: satt| sett)?(?: til)?\W*$"
)
_TO_WHOM = (
    r"(?:(?:oss|også|òg|i tillegg|inn|årlig|årleg|månedlig|deretter|der|samtidig|departementet|til"
    r" \w*departementet) )*"
)
_DELIVERS = damaged(
    r"^\W*(?:\w[^.,;:]{0,70}? )??(?:skal |må |bes om å |bes |vil |kan )?(?<!og )(?:send(?:er|e)"
    r"|oversend(?:er|e)"
    r"|lever(?:er|e)|legg(?:er|e)? fr[ea]m|gi(?:r)?|rapporter(?:er|e) om|skriv(?:er|e)|inviter(?:er|e) til"
    r"|kall(?:er|ar|e) inn til) "
    + _TO_WHOM
    + r"(?P<what>(?!til\b|på\b|i\b|at\b|seg\b|for\b|et svar\b)[^,;:]{4,160})"
)
_ENDS = damaged(
    r"\s(?:til \w*departementet|til Riksrevisjonen|for godkjenning|og (?:send|lever|oversend|legg|rapport"
    r"|gi|kår)\w*"
    r"|mens|hvor|der|som skal)\b.*$"
)
_MEETING = damaged(
    r"\b(?:(?:årlige?|månedlige?|årleg|faste?) )?(?P<name>[\wæøå-]{3,}møte(?:r|ne|t|a)?)\b(?: \d\b)?"
)
_POINTS_BACK = damaged(r"^\W*(?:den|det|denne|dette|disse|desse|de|dei|dette arbeidet)(?: \w+){0,2}\W*$")
_LONGEST = 120


def asked_for(sentence: str) -> str:
    """The thing to deliver, where the sentence is of a form that names it plainly; else nothing.

    `sentence` is without its deadline and on one line.
    """
    due = _DUE_FOR.match(sentence)
    if due:
        return due["what"].strip()
    found = _DELIVERS.match(sentence)
    if not found:
        return ""
    what = _ENDS.sub("", found["what"]).strip(" .–-()")
    return what if 4 <= len(what) <= _LONGEST and not points_back(what) else ""


def meeting_in(sentence: str) -> str:
    """The name of the meeting that a sentence speaks of: «statusmøte»; empty where it has no name."""
    found = _MEETING.search(sentence)
    return found["name"] if found else ""


def points_back(title: str) -> bool:
    """«Den skal»: words that only say something together with the sentence before."""
    return bool(_POINTS_BACK.match(title))

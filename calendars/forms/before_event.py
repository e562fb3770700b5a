"""Before something: «i forkant av møtene», «minst en uke før møtet», «innen kl. 16 dagen før …»."""

from __future__ import annotations

import re

from calendars.amounts import AMOUNT, amount_of, duration, worded
from calendars.dates import clock, worded_time
from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose
from calendars.pieces import ANCHOR, BEFORE

TRIGGER = (
    rf"(?<!\w){BEFORE}(?!\w)|minst|minimum|senest|sein[ae]st|innen|innan|påske|pinse|jul|ferien|forkant"
    r"|forut|forveien|forhånd|førehand"
)

_BEFORE = rf"(?:{BEFORE}|(?P<for>for)|forut for|i forkant(?: av| ved)?|i forveien(?: av| ved)?)"
_AT_LEAST = r"(?<!\w)(?:normalt |helst )?(?:minst|minimum|senest|sein[ae]st|innen|innan) "
_ALONE = r"(?:i forkant|på forhånd|på førehand|i forveien)(?! (?:av|ved))"
_EVENT = (
    r"(?=(?:\w+ ){0,3}\w*(?:møt(?:e|a)|publisering|gjennomføring|utsend|oversend|ferdigstill|behandling"
    r"|iverksett|utlysning"
    r"|lansering|høring|høyring|utbetaling|signering|kontrakt|mottar|mottek))"
)
_FEAST = (
    r"(?:påske(?:n|ferien)?|jul(?:a|en|eferien)?|pinse(?:n)?|(?:fellesferien|sommerferien"
    r"|sommarferien))(?!\w)"
)

PHRASES = (
    Phrase(rf"{_AT_LEAST}{AMOUNT} {_BEFORE} {ANCHOR}"),
    Phrase(rf"{AMOUNT} (?:{BEFORE}|i forkant(?: av)?) {ANCHOR}", Prose.CUED),
    Phrase(rf"{AMOUNT} (?:{BEFORE}|i forkant av) {_EVENT}{ANCHOR}"),
    Phrase(rf"{_AT_LEAST}{AMOUNT} {_ALONE}"),
    Phrase(rf"(?<!\w)(?:senest|sein[ae]st|innen|innan) (?:{{time}},? )?(?P<eve>dagen) {BEFORE} {ANCHOR}"),
    Phrase(rf"(?<!\w)(?P<eve>dagen) {BEFORE} {ANCHOR}", Prose.CUED),
    Phrase(rf"(?<!\w)(?:i god tid )?(?:i forkant av|forut for|i god tid {BEFORE}) {ANCHOR}"),
    Phrase(rf"(?<!\w){_ALONE}", Prose.NEVER),
    Phrase(rf"{AMOUNT} (?:{BEFORE}|i forkant|på forhånd|på førehand)(?! \w)", Prose.NEVER),
    Phrase(rf"(?<!\w)(?:(?:senest|sein[ae]st) )?{BEFORE} {ANCHOR}", Prose.NEVER),
    Phrase(rf"(?<!\w)(?:{BEFORE}|innen|innan) (?P<anchor>{_FEAST}(?: {{year}})?)", Prose.CUED),
    Phrase(rf"(?<!\w){BEFORE} {_EVENT}{ANCHOR}", Prose.CUED),
)

_WORDS = {
    "nb": {"plain": "i forkant av {}", "amount": "senest {} før {}", "by": "innen", "eve": "dagen før {}"},
    "nn": {"plain": "i forkant av {}", "amount": "seinast {} før {}", "by": "innan", "eve": "dagen før {}"},
}
_BARE = {"nb": ("i forkant", "senest {} i forkant"), "nn": ("i forkant", "seinast {} i forkant")}
_MEANS = {"nb": "før {}, som ikke har dato her", "nn": "før {}, som ikkje har dato her"}
_UNSAID = {"nb": "det den gjelder", "nn": "det han gjeld"}

_CLEAN = re.compile("[åøæ]")
"""A text with these letters has not lost them to scanning: «for» is not «før» there."""


def read(hit: Hit, context: Context) -> Verdict:
    """Read what it must come before, and how long before when stated."""
    if hit.piece("for") and _CLEAN.search(hit.text):
        return None
    offset = "-P1D" if hit.piece("eve") else None
    if hit.piece("number"):
        offset = "-" + duration(amount_of(hit.piece("number")), hit.piece("unit"))
    start, _ = clock(hit.piece("time"))
    anchor = hit.piece("anchor") or None
    return Deadline("", Form.RELATIVE, "before_event", anchor=anchor, offset=offset, starts_at=start)


def write(deadline: Deadline, language: Language) -> str:
    """Word what it must come before."""
    words, bare = _WORDS[language], _BARE[language]
    if deadline.anchor is None:
        return bare[1].format(worded(deadline.offset, language)) if deadline.offset else bare[0]
    if deadline.offset is None:
        return words["plain"].format(deadline.anchor)
    if deadline.starts_at:
        time = worded_time(deadline.starts_at, None)
        return words["by"] + time + " " + words["eve"].format(deadline.anchor)
    return words["amount"].format(worded(deadline.offset, language), deadline.anchor)


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it hangs on."""
    amount = f"{worded(deadline.offset, language)} " if deadline.offset else ""
    return f"«{deadline.text}» = {amount}" + _MEANS[language].format(deadline.anchor or _UNSAID[language])

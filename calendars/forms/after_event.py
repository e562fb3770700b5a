"""After something: «innen tre måneder etter at …», «to uker etter møtet», «innen 14 dager»."""

from __future__ import annotations

from calendars.amounts import AMOUNT, amount_of, duration, worded
from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose
from calendars.pieces import ANCHOR

TRIGGER = r"etter|inn[ea]n|fra|frå|senest|sein[ae]st"

_WITHIN = r"(?<!\w)(?:innen|innan|senest|sein[ae]st) "
_AFTER = r"(?:etter(?: at)?|fra|frå)"

PHRASES = (
    Phrase(rf"{_WITHIN}{AMOUNT} {_AFTER} {ANCHOR}"),
    Phrase(rf"{AMOUNT} etter(?: at)? {ANCHOR}", Prose.CUED),
    Phrase(rf"{AMOUNT},? (?:regnet|rekna) (?:fra|frå)(?: og med)? {ANCHOR}"),
    Phrase(rf"(?<!\w)(?:innen|innan) {AMOUNT}(?! (?:før|etter|fra|frå|i forkant))"),
    Phrase(rf"(?<!\w)(?:i etterkant av|umiddelbart etter|straks etter|snarest etter) {ANCHOR}", Prose.CUED),
    Phrase(
        rf"(?<!\w)etter (?!hvert|kvart|avtale|nærmere|nærare|behov|forespørsel|førespurnad|oppmoding"
        rf"|anmodning)(?:[0-9]\. )?{ANCHOR}",
        Prose.NEVER,
    ),
)

_WORDS = {
    "nb": (
        "i etterkant av {}",
        "innen {} etter {}",
        "innen {}",
        "etter {}, som ikke har dato her",
        "det som utløser den",
    ),
    "nn": (
        "i etterkant av {}",
        "innan {} etter {}",
        "innan {}",
        "etter {}, som ikkje har dato her",
        "det som utløyser han",
    ),
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read what it follows, and how soon when stated."""
    offset = duration(amount_of(hit.piece("number")), hit.piece("unit")) if hit.piece("number") else None
    anchor = hit.piece("anchor") or None
    return Deadline("", Form.RELATIVE, "after_event", anchor=anchor, offset=offset)


def write(deadline: Deadline, language: Language) -> str:
    """Word what it follows, and how soon."""
    plain, amount, bare, *_ = _WORDS[language]
    if deadline.offset is None:
        return plain.format(deadline.anchor)
    length = worded(deadline.offset, language)
    return amount.format(length, deadline.anchor) if deadline.anchor else bare.format(length)


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it hangs on."""
    *_, after, trigger_of_it = _WORDS[language]
    amount = f"{worded(deadline.offset, language)} " if deadline.offset else ""
    return f"«{deadline.text}» = {amount}" + after.format(deadline.anchor or trigger_of_it)

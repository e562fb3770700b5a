"""Before something: «i forkant av etatsstyringsmøtene», «minst en uke før møtet», «senest to virkedager før …»."""

from __future__ import annotations

from calendars.amounts import AMOUNT, amount_of, duration, worded
from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose, trigger
from calendars.pieces import ANCHOR

TRIGGER = trigger(r"for(?:kant|ut|veien)?|før")

_BEFORE = r"(?:før|for|forut for|i forkant(?: av| ved)?|i forveien(?: av| ved)?)"
_AT_LEAST = r"(?<!\w)(?:(?:normalt |helst )?(?:minst|minimum|senest|seinest|innen|innan) )"

PHRASES = (
    Phrase(rf"{_AT_LEAST}{AMOUNT} {_BEFORE} {ANCHOR}"),
    Phrase(rf"{AMOUNT} (?:før|i forkant(?: av)?) {ANCHOR}", Prose.CUED),
    Phrase(rf"(?<!\w)(?:i god tid )?(?:i forkant av|forut for|i god tid før) {ANCHOR}"),
    Phrase(rf"(?<!\w)(?:(?:senest|seinest) )?før {ANCHOR}", Prose.NEVER),
)

_WORDS = {
    "nb": ("i forkant av {}", "senest {} før {}", "før {}, som ikke har dato her"),
    "nn": ("i forkant av {}", "seinast {} før {}", "før {}, som ikkje har dato her"),
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read what it must come before, and how long before when stated."""
    offset = None
    if hit.piece("number"):
        offset = "-" + duration(amount_of(hit.piece("number")), hit.piece("unit"))
    return Deadline("", Form.RELATIVE, "before_event", anchor=hit.piece("anchor"), offset=offset)


def write(deadline: Deadline, language: Language) -> str:
    """Word what it must come before."""
    plain, amount, _ = _WORDS[language]
    if deadline.offset is None:
        return plain.format(deadline.anchor)
    return amount.format(worded(deadline.offset, language), deadline.anchor)


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it hangs on."""
    amount = f"{worded(deadline.offset, language)} " if deadline.offset else ""
    return f"«{deadline.text}» = {amount}" + _WORDS[language][2].format(deadline.anchor)

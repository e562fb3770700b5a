"""Each round by itself: «Eget løp til hver budsjettrunde», «eigne fristar for kvar budsjettrunde»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"runde|konferanse"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:eget|eige|egne|eigne|egen|eigen) (?:løp|lop|lgp|frister?|fristar|prosess)"
        r"(?: \w+)? (?:til|for|ved|i) "
        r"(?P<anchor>(?:(?:hver|kvar|den enkelte|den einskilde) )?\w*runden?)(?!\w)"
    ),
)

_WORDS = {
    "nb": ("eget løp til {}", "følger {}, som ikke har dato her"),
    "nn": ("eige løp til {}", "følgjer {}, som ikkje har dato her"),
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read the round it follows."""
    return Deadline("", Form.RELATIVE, "own_round", anchor=hit.piece("anchor"))


def write(deadline: Deadline, language: Language) -> str:
    """Word the round it follows."""
    return _WORDS[language][0].format(deadline.anchor)


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it hangs on."""
    return f"«{deadline.text}» = " + _WORDS[language][1].format(deadline.anchor)

"""All the time: «løpende», «fortløpende», «kontinuerlig»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose

TRIGGER = r"løp|kontinuer"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:fort)?(?:løpende|løpande|lopende|lepende|lgpende)(?: gjennom (?:hele )?året)?"
        r"(?!\w)(?=[ \n]*(?:[.,;:)]|$|til |i |gjennom |og ))",
        Prose.CUED,
    ),
    Phrase(r"(?<!\w)kontinuerlig|kontinuerleg", Prose.NEVER),
    Phrase(r"(?<!\w)gjennom (?:hele |heile )?året", Prose.NEVER),
)

_WORDS = {"nb": "løpende", "nn": "løpande"}
_MEANS = {
    "nb": "løpende, uten en bestemt dag",
    "nn": "løpande, utan ein bestemt dag",
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a deadline that has no day."""
    return Deadline("", Form.OPEN, "continuous")


def write(deadline: Deadline, language: Language) -> str:
    """Word it."""
    return _WORDS[language]


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it asks for."""
    return f"«{deadline.text}» = {_MEANS[language]}"

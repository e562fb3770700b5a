"""Over several years: «Flerårig», «fleirårig», «over flere år»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose

TRIGGER = r"fle[ir]+årig|fle[ir]+e?(?!\w)"

PHRASES = (Phrase(r"(?<!\w)(?:flerårige?|fleirårig|over flere år|over fleire år)(?!\w)", Prose.NEVER),)

_WORDS = {"nb": "flerårig", "nn": "fleirårig"}
_MEANS = {
    "nb": "går over flere år, uten en bestemt dag",
    "nn": "går over fleire år, utan ein bestemt dag",
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a deadline that has no day."""
    return Deadline("", Form.OPEN, "multi_year")


def write(deadline: Deadline, language: Language) -> str:
    """Word it."""
    return _WORDS[language]


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it asks for."""
    return f"«{deadline.text}» = {_MEANS[language]}"

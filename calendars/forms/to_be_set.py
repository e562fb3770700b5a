"""A deadline nobody has set: «ikke fastsatt», «ikkje avklart», «kommer senere», «TBD»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose

TRIGGER = r"fastsatt|fastsett|avklart|bestemt|senere|seinare|tbd|tba"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:ikke|ikkje|ennå ikke|enno ikkje|frist ikke) (?:ennå |enno )?(?:fastsatt|fastsett"
        r"|avklart|bestemt|satt|sett)",
        Prose.CUED,
    ),
    Phrase(r"(?<!\w)(?:kommer|kjem|avklares|avklarast) (?:senere|seinare)", Prose.CUED),
    Phrase(r"(?<!\w)(?:tbd|tba|t\.b\.d\.)(?!\w)", Prose.CUED),
)

_WORDS = {"nb": "ikke fastsatt", "nn": "ikkje fastsett"}
_MEANS = {
    "nb": "fristen er ikke satt",
    "nn": "fristen er ikkje sett",
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a deadline that has no day."""
    return Deadline("", Form.OPEN, "to_be_set")


def write(deadline: Deadline, language: Language) -> str:
    """Word it."""
    return _WORDS[language]


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it asks for."""
    return f"«{deadline.text}» = {_MEANS[language]}"

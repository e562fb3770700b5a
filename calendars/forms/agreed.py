"""To be agreed: «Etter avtale med departementet», «Settes i dialog», «etter nærare avtale»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose

TRIGGER = r"avtal|dialog|avklar|fastset|fastlegg|nærm"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:etter|eiter|iht\.|ifølge|ifølgje) (?:nærmere |nærare |særskilt |eigen "
        r"|egen )?avtale(?: med [a-zæøå&-]+)?"
    ),
    Phrase(
        r"(?<!\w)(?:settes|fastsettes|avklares|avtales|bestemmes|besluttes|fastsetjast|fastsetjas"
        r"|avklarast|avtalast|vert avtalt|blir avtalt)(?: (?:fortløpende|løpende))? (?:i dialog"
        r"|nærmere|nærare|senere|seinare|i samråd|særskilt|med departementet|i samarbeid)"
        r"(?: i dialog| i samråd)?(?: med [a-zæøå&-]+)?"
    ),
    Phrase(
        r"(?<!\w)(?:frist|dato|tidspunkt|hyppighet|tidsfrist|leveringsfrist)\w*,? (?:\w+ ){0,4}?"
        r"(?:avtales|avklares|avtalast|avklarast|avtalt|avtaler vi|avtalar vi|avklarar vi"
        r"|avklarer vi|(?:settes|fastsettes|fastsetjast)(?= "
        r"(?:i dialog|nærmere|nærare|senere|seinare|i samråd)))(?: (?:løpende|fortløpende|nærmere"
        r"|nærare|i dialog|senere|seinare))*(?: med [a-zæøå&-]+)?"
    ),
    Phrase(r"(?<!\w)(?:i dialog|i samråd) med [a-zæøå&-]+", Prose.NEVER),
    Phrase(r"(?<!\w)(?:avtales|avtalast|avklares|avklarast|i dialog)(?!\w)", Prose.NEVER),
)

_WORDS = {"nb": "etter avtale", "nn": "etter avtale"}
_MEANS = {
    "nb": "fristen skal avtales og er ikke satt",
    "nn": "fristen skal avtalast og er ikkje sett",
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a deadline that has no day."""
    return Deadline("", Form.OPEN, "agreed")


def write(deadline: Deadline, language: Language) -> str:
    """Word it."""
    return _WORDS[language]


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it asks for."""
    return f"«{deadline.text}» = {_MEANS[language]}"

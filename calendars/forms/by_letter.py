"""Comes by letter: «frist kommer i eget brev», «vil komme tilbake til frister», «kjem attende til»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose

TRIGGER = r"brev|tilbake|attende|komme|kjem|ettersend"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:frist|dato|tidspunkt)\w*[^.;|\t]{0,40}?(?:kommer|kjem|settes|fastsettes|gis"
        r"|oppgis|sendes|meddeles|blir gitt|vert gjeve|blir gitt|fastsetjast|blir sendt) (?:i|ved"
        r"|med) (?:et |eit )?(?:eget|eige|egne|eigne|særskilt|senere|seinare|bestillings)[ -]?(?:brev"
        r"|skriv|bestilling)?\w*"
    ),
    Phrase(
        r"(?<!\w)(?:vil|skal) (?:i |ved )?(?:eget |eige |egne )?(?:brev |skriv )?(?:kom+e|komme) "
        r"(?:tilbake|attende)(?: til|med)? (?:\w+ ){0,3}?(?:frist|dato|tidspunkt)\w*"
    ),
    Phrase(
        r"(?<!\w)(?:kjem|kommer) (?:tilbake|attende)(?: til| med)?(?: (?:frist|dato|tidspunkt)\w*)?",
        Prose.NEVER,
    ),
    Phrase(
        r"(?<!\w)(?:(?:sendes|bestilles|kommer|kjem|bes om|settes|fastsettes|sendast|bestillast) )?"
        r"(?:i|ved) (?:eget|eige|egne|eigne|særskilt|senere|seinare) (?:brev|skriv|bestilling"
        r"|oppdragsbrev)",
        Prose.CUED,
    ),
    Phrase(
        r"(?<!\w)(?:dato|frist|tidspunkt)\w* (?:kommer|kjem)(?: (?:senere|seinare))?(?! (?:i|-))", Prose.CUED
    ),
)

_WORDS = {"nb": "frist kommer i eget brev", "nn": "frist kjem i eige brev"}
_MEANS = {
    "nb": "fristen er ikke satt; den kommer i eget brev",
    "nn": "fristen er ikkje sett; han kjem i eige brev",
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a deadline that has no day."""
    return Deadline("", Form.OPEN, "by_letter")


def write(deadline: Deadline, language: Language) -> str:
    """Word it."""
    return _WORDS[language]


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it asks for."""
    return f"«{deadline.text}» = {_MEANS[language]}"

"""How often at least: «minst hvert fjerde år», «minst én gang i året», «minst to ganger per år»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase
from calendars.wording import ordinal_number

TRIGGER = r"minst|sjeldnere|minimum"

_LEAST = r"(?<!\w)(?:minst|minimum|ikke sjeldnere enn|ikkje sjeldnare enn) (?:en gang |ein gong |én gang )?"

PHRASES = (
    Phrase(_LEAST + r"(?:hvert|kvart|hver|kvar) (?:{ordinal} )?(?P<unit>år|måned|månad|uke|veke)(?!\w)"),
    Phrase(_LEAST + r"(?P<yearly>årlig|årleg|(?:i året|per år|pr\.? år)|hvert kalenderår)(?!\w)"),
    Phrase(_LEAST + r"(?:to|2) (?:ganger|gonger) (?P<half>årlig|årleg|i året|per år|pr\.? år)"),
    Phrase(_LEAST + r"(?P<monthly>månedlig|månadleg|i måneden|i månaden)"),
    Phrase(_LEAST + r"(?P<quarterly>kvartalsvis|hvert kvartal|kvart kvartal)"),
)

_FIXED = {"yearly": "P1Y", "half": "P6M", "monthly": "P1M", "quarterly": "P3M"}
_UNITS = {"Y": ("år", "år"), "M": ("måned", "månad"), "W": ("uke", "veke")}


def read(hit: Hit, context: Context) -> Verdict:
    """Read the longest time allowed between two; no date follows from it."""
    offset = next((length for piece, length in _FIXED.items() if hit.piece(piece)), None)
    if offset is None:
        nth = ordinal_number(hit.piece("ordinal")) if hit.piece("ordinal") else 1
        unit = {"m": "M", "u": "W", "v": "W"}.get(hit.piece("unit")[0], "Y")
        offset = f"P{nth}{unit}"
    return Deadline("", Form.OPEN, "at_least", offset=offset)


def write(deadline: Deadline, language: Language) -> str:
    """Word the longest time between."""
    amount, unit = str(deadline.offset)[1:-1], _UNITS[str(deadline.offset)[-1]][language == "nn"]
    each = {"nb": "hver", "nn": "kvar"}[language] + ("t" if unit == "år" else "")
    return f"minst {each} {unit}" if amount == "1" else f"minst {each} {amount}. {unit}"


def explain(deadline: Deadline, language: Language) -> str:
    """Say that it bounds how long may pass."""
    means = {
        "nb": "en grense for hvor lenge det kan gå, ikke en dato",
        "nn": "ei grense for kor lenge det kan gå, ikkje ein dato",
    }
    return f"«{deadline.text}» = {means[language]}"

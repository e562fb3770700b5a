"""When needed: «ved behov», «på forespørsel», «etter behov», «på førespurnad»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose

TRIGGER = r"behov|førespurnad|forespørsel|oppmoding|anmodning|etterspørsel|bestilling"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:ved|etter|dersom|når det er|om det er)[ \n]+behov(?: for det)?(?! for (?!det))",
        Prose.CUED,
    ),
    Phrase(
        r"(?<!\w)(?:på|ved|etter) (?:departementets |forespørsel|førespurnad|oppmoding|anmodning"
        r"|etterspørsel|bestilling)(?:forespørsel|anmodning|bestilling)?",
        Prose.CUED,
    ),
)

_WORDS = {"nb": "ved behov", "nn": "ved behov"}
_MEANS = {
    "nb": "bare når det er behov",
    "nn": "berre når det er behov",
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a deadline that has no day."""
    return Deadline("", Form.OPEN, "on_demand")


def write(deadline: Deadline, language: Language) -> str:
    """Word it."""
    return _WORDS[language]


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it asks for."""
    return f"«{deadline.text}» = {_MEANS[language]}"

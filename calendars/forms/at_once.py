"""At once: «straks», «snarest», «uten ugrunnet opphold», «så snart som mulig», «snarast råd»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose, matcher

TRIGGER = (
    r"straks|snar|oppho?a?ld|umiddelbart|omgående|omgåande|snøgg|(?<!\w)fort(?!\w)|tid|(?<!\w)(?:same|samme)"
)

PHRASES = (
    Phrase(
        r"(?<!\w)(?:straks|snarest(?: mulig| råd)?|snarast(?: råd| mogleg)?|umiddelbart|omgående"
        r"|omgåande|så snart (?:som )?(?:det er )?(?:mulig|mogleg|råd)|så fort som (?:mulig|mogleg)"
        r"|snøggast råd)(?!\w)"
    ),
    Phrase(
        r"(?<!\w)(?:uten|utan) (?:(?:ugrunnet|ugrunna|unødig|unødvendig|nemneverdig) )?(?:opphold|opphald)"
        r"(?: og innen rimelig tid| og innan rimeleg tid)?"
    ),
    Phrase(r"(?<!\w)(?:innen rimelig tid|innan rimeleg tid)(?!\w)", Prose.CUED),
    Phrase(r"(?<!\w)(?P<sameday>(?:samme|same) dag)(?!\w| som(?!\w))"),
)

_TOLD = r"(?:varsl|meld|sei|si(?:er)? (?:fra|ifra)|orienter|underrett|rapporter|send|lever|gi)[^.;:|\t]*$"

_WORDS = {"nb": "straks", "nn": "straks"}
_MEANS = {
    "nb": "straks når saken oppstår; fristen begynner å løpe da",
    "nn": "straks når saka oppstår; fristen tek til å gå då",
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a deadline that has no day; «samme dag» is one where something is told of."""
    if hit.piece("sameday") and not context.cell and not matcher(_TOLD).search(hit.before(60)):
        return None
    return Deadline("", Form.OPEN, "at_once")


def write(deadline: Deadline, language: Language) -> str:
    """Word it."""
    return _WORDS[language]


def explain(deadline: Deadline, language: Language) -> str:
    """Say what it asks for."""
    return f"«{deadline.text}» = {_MEANS[language]}"

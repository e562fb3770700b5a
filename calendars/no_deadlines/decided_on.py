"""When something was decided, dated or launched: «vedtak 16.12.2025», «brev av 3. mars 2025»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase, matcher

TRIGGER = r"[0-9]"

_DONE = (
    r"(?:budsjett)?vedtak(?:et)?|vedtatt|vedteke|vedtatte|fastsatt|fastsett|kgl\.? ?res\.?|"
    r"(?:kongelig|kongeleg|kgl\.) resolusjon"
    r"|datert|dagsett|lansert|(?:sist )?(?:endret|endra|revidert|oppdatert)|opprettet|oppretta"
    r"|signert|godkjent|publisert"
    r"|mottatt|motteke|avholdt|offentliggjort|behandlet|behandla|statsråd|vår dato|deres dato|brevdato"
)
_NAMED_BY_DATE = (
    r"brev(?:et)?|mandat(?:et)?|avtale(?:n)?|møte(?:t)?|forskrift(?:en)?|lov(?:en)?|innstilling"
    r"(?:en)?|tildelingsbrev(?:et)?"
    r"|e-post(?:en)?|instruks(?:en)?|rundskriv(?:et)?|bestilling(?:en)?|oppdragsbrev(?:et)?"
    r"|resolusjon|oversendelse(?:n)?"
)
_WORDS = r"(?: [\w&.-]+){0,6}?"

PHRASES = (
    Phrase(rf"(?<!\w)(?:{_DONE}):?(?: (?:av|den|fra|frå|på|i statsråd|ved))?(?: den)? {{date}}"),
    Phrase(rf"(?<!\w)(?:fastsatt|fastsett|vedtatt|vedteke|godkjent) (?:av|i|ved){_WORDS} {{date}}"),
    Phrase(rf"(?<!\w)\w*(?:{_NAMED_BY_DATE})(?: [\w&.-]+){{0,4}}? (?:av|datert|fra|frå) (?:den )?{{date}}"),
)

_TO_BE_DONE = r"(?:være|vere|bli|verte|ha|holdes|haldast|skal)[ \n]+$"


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline, unless the words say what shall be done by then."""
    if matcher(_TO_BE_DONE).search(hit.before(20)):
        return None
    return NoDeadline("decided_on")

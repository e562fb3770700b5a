"""When something was decided, dated, held or launched: «vedtak 16.12.2025», «datert 01.01.2025»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase, trigger

TRIGGER = trigger(r"[0-9]")

PHRASES = (
    Phrase(r"(?<!\w)(?:budsjettvedtak|vedtak|vedtaket|vedtatt|vedteke|fastsatt|fastsett|kgl\.? ?res\.?|kongelig resolusjon|kongeleg resolusjon|kgl\. resolusjon|datert|dagsett|lansert|endret|endra|revidert|reviderte|oppdatert|brev|brevet|mandat|avtale|avtalen|statsråd|møte|møtet|forskrift|forskriften|lov|lov om|opprettet|oppretta|signert|innstilling|behandlet|behandla|godkjent|publisert|mottatt|sendt|avholdt|offentliggjort|tildelingsbrev|e-post|instruks|rundskriv)(?:,)?(?: \w+){0,4}? ?(?:av|den|fra|frå|på|i statsråd|datert)? ?(?:den )?{date}"),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline."""
    return NoDeadline("decided_on")

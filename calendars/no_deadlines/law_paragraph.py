"""A date that names a law or regulation: «lov 12. desember 2003 nr. 116», «forskrift 25. april 2003»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"nr|lov|forskrift"

PHRASES = (
    Phrase(r"{date} nr\.? ?[0-9]+"),
    Phrase(r"(?<!\w)(?:lov|forskrift)(?:en|a)? (?:av )?{date}(?= om|,? §)"),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline."""
    return NoDeadline("law_paragraph")

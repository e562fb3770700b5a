"""A date in the title of a law or regulation: «lov 12. desember 2003 nr. 116»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase, trigger

TRIGGER = trigger(r"nr")

PHRASES = (Phrase(r"{date} nr\.? ?[0-9]+"),)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline."""
    return NoDeadline("law_paragraph")

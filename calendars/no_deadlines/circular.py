"""The number of a circular: «R-110/2025», «rundskriv H-2/2014»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"/"

PHRASES = (Phrase(r"(?<![\w])[a-z]{1,3} ?- ?[0-9]{1,4}/[0-9]{2,4}(?![0-9])"),)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline."""
    return NoDeadline("circular")

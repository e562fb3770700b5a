"""A plan or budget period: «(2025-2028)», «2024–2027»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"20[0-9]{2}"

PHRASES = (Phrase(r"\(?(?<![0-9./-])20[0-9]{2} ?- ?20[0-9]{2}(?![0-9-])\)?"),)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline."""
    return NoDeadline("span_of_years")

"""The day a figure is counted from: «per 31. august», «pr. 30.06», «status per 1. mai», «(31.08)»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"[0-9]"

PHRASES = (
    Phrase(r"(?<!\w)(?:per|pr\.?|pr) (?:den )?{anydate}(?: og (?:per |pr\.? )?{anydate2})?"),
    Phrase(r"\({shortdate}\)"),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline."""
    return NoDeadline("figure_day")

"""The period figures cover: «(1.7-31.12)», «i perioden 1. januar–31. august», «1.1.-30.6.2026»."""

from __future__ import annotations

from calendars.cues import is_cued
from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"[0-9]"

PHRASES = (
    Phrase(
        r"(?<!\w)(?P<of>for|i)? ?(?:perioden|tidsrommet)(?: fra| frå)? {date2} ?(?:-|til og med"
        r"|til|og) ?(?:den )?{date}"
    ),
    Phrase(
        r"(?<![0-9.])[0-3]?[0-9]\.[0-1]?[0-9]\.? ?(?:-|til) ?[0-3]?[0-9]\.[0-1]?[0-9]\.?(?: ?{year})?"
        r"(?![0-9])"
    ),
    Phrase(r"\([0-3]?[0-9]\.[0-1]?[0-9]\.? ?- ?[0-3]?[0-9]\.[0-1]?[0-9]\.?(?: ?{year})?\)"),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline; in a deadline's own cell only brackets make it one of figures."""
    if context.cell and not hit.words.startswith("("):
        return None
    if hit.piece("of") == "i" and is_cued(hit.before(80)):
        return None
    return NoDeadline("figure_period")

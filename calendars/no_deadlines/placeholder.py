"""A date that was never filled in: «(dato)», «xx.xx.2026», «dd.mm.åååå»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase

TRIGGER = r"dato|x|dd|_"

PHRASES = (
    Phrase(r"[(\[<](?:dato|sett inn dato|fyll inn dato|dato her)[)\]>]"),
    Phrase(
        r"(?<!\w)(?:xx?|dd?|__?|\?\??)\.(?:xx?|mm?|__?|[0-9]{1,2}|\?\??)\.(?:20[0-9x]{2}|xx(?:xx)?"
        r"|åååå|yyyy|____)(?!\w)"
    ),
    Phrase(r"(?<!\w)xx?\. ?{shortmonth}(?: {year})?"),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline."""
    return NoDeadline("placeholder")

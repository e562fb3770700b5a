"""A goal of policy, not a delivery: «innen 2035», «frem mot 2030», «innen utgangen av 2035»."""

from __future__ import annotations

from calendars.form import Context, NoDeadline, Verdict
from calendars.phrases import Hit, Phrase
from calendars.repair import number

TRIGGER = r"2[0o][1-9]"

PHRASES = (
    Phrase(r"(?<!\w)(?P<by>innen|innan)(?: (?P<end>utgangen av|året|år))? {year}"),
    Phrase(r"(?<!\w)(?:frem mot|fram mot|frem til|fram til|mot)(?: (?:utgangen av|år|året))? {year}"),
)

YEARS_AHEAD = 5
"""From so many years ahead the end of a year is a goal: no letter sets a delivery that far off."""


def read(hit: Hit, context: Context) -> Verdict:
    """Say that it is no deadline, unless it is the end of a year close by."""
    near = number(hit.piece("year")) - context.year < YEARS_AHEAD
    if hit.piece("by") and near and (hit.piece("end") == "utgangen av" or context.cell):
        return None
    return NoDeadline("policy_target")

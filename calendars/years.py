"""Which year a date belongs to that does not say it."""

from __future__ import annotations

import re

from calendars.form import Context
from calendars.phrases import Hit, matcher
from calendars.repair import number
from calendars.wording import month_number

_REPORT_FOR = re.compile(
    r"(?:årsr[ae]pport|årsmelding|årsregnskap|årsrekneskap|arsrapport|arsregnskap)"
    r"[^.;|]{0,40}?\b(?:for|regnskap|rekneskap)?\s*(20\d\d)",
    re.IGNORECASE,
)
_YEAR_AFTER = (
    r"[ ,(]*(?:i )?(?:året etter|det påfølgende året|(?:neste|påfølgende|etterfølgende"
    r"|påfølgjande) år)(?!\w)"
)
_AND = r" ?(?:,|/|og|samt) ?(?:[0-3]?[0-9]\. ?)?"
_SHARED_YEAR = rf"(?:{_AND}{{month}}){{0,5}}?{_AND}{{month2}} {{year}}"
_HEADING_MONTH = r"{month}(?: {year})?"


def year_of(hit: Hit, context: Context, name: str = "year") -> int:
    """Give the year a hit states, else the one its context makes it."""
    stated = hit.piece(name)
    return number(stated) if stated else context.year


def heading_month(context: Context) -> tuple[int, int] | None:
    """Give the month and year that a heading names alone («Mars», «Oktober 2027»)."""
    named = list(matcher(_HEADING_MONTH).finditer(context.heading.lower()))
    if len(named) != 1:
        return None
    year = number(named[0]["year"]) if named[0]["year"] else context.year
    return month_number(named[0]["month"]), year


def yearless(context: Context, month: int, before: str = "", after: str = "") -> int:
    """Give the year of a date without one: the letter's, except what clearly belongs to the year after.

    The annual report *for* a year is due in the first half of the next, and «15. mars og 1. juni 2027»
    gives the year once for both.
    """
    if matcher(_YEAR_AFTER).match(after):
        return context.year + 1
    shared = matcher(_SHARED_YEAR).match(after)
    if shared and month <= month_number(shared["month2"]):
        return number(shared["year"])
    for text in (*context.neighbours, before):
        report = _REPORT_FOR.search(text)
        if report and int(report[1]) == context.year and month <= 6:
            return context.year + 1
    return context.year

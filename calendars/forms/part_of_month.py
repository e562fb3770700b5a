"""A part of a month: «primo september», «medio oktober», «ultimo mai», «slutten av juli», «tidlig i mars»."""

from __future__ import annotations

from calendars.deadline import Deadline
from calendars.form import Context, Language, Verdict, window
from calendars.periods import third_of_month
from calendars.phrases import Hit, Phrase, Prose
from calendars.pieces import is_month
from calendars.wording import month_name, month_number, short_span
from calendars.years import heading_month, year_of

TRIGGER = r"prim|med[il1]|ult[il1]m|beg[yi]n|starten|slutten|midten|tidleg|tidlig|seint|sent|midt"

_FIRST = (
    r"prim[o0]|(?:i )?begynnelsen av|(?:i )?byrjinga av|(?:i )?starten av|tidlig i|tidleg i|først i"
    r"|tidlig"
)
_MIDDLE = r"med[il1][o0]|(?:i )?midten av|(?:i )?midt i|midt på"
_LAST = r"u[lt]t[il1]m[o0]|(?:i )?slutten av|mot slutten av|på slutten av|sent i|seint i|sist i"

PHRASES = (
    Phrase(
        rf"(?:(?<!\w)(?:(?:innen|innan|senest|sein[ae]st) )?)(?:(?P<first>{_FIRST})|"
        rf"(?P<middle>{_MIDDLE})|(?P<last>{_LAST}))"
        r" (?:måneden )?{shortmonth}(?: {year})?"
    ),
    Phrase(
        r"(?<!\w)(?:(?P<first>prim[o0])|(?P<middle>med[il1][o0])|(?P<last>u[lt]t[il1]m[o0]))(?! \w)",
        Prose.NEVER,
    ),
)

_WORDS = ("primo", "medio", "ultimo")


def read(hit: Hit, context: Context) -> Verdict:
    """Read days 1-10, 11-20 or 21 to the end of the month."""
    nth = 1 if hit.piece("first") else 2 if hit.piece("middle") else 3
    name = hit.piece("shortmonth").rstrip(".")
    if name:
        if not is_month(name):
            return None
        month, year = month_number(name), year_of(hit, context)
        return window("part_of_month", third_of_month(year, month, nth))
    named = heading_month(context)
    return window("part_of_month", third_of_month(named[1], named[0], nth)) if named else None


def write(deadline: Deadline, language: Language) -> str:
    """Word it as primo, medio or ultimo."""
    first = deadline.earliest
    if first is None:
        return deadline.text
    return f"{_WORDS[first.day // 10]} {month_name(first.month)} {first.year}"


def explain(deadline: Deadline, language: Language) -> str:
    """Say which days."""
    if deadline.earliest is None or deadline.latest is None:
        return ""
    return f"«{deadline.text}» = {short_span(deadline.earliest, deadline.latest)}"

"""The turn of a month or year: «månedsskiftet mai/juni», «ved årsskiftet»."""

from __future__ import annotations

from calendars.deadline import Deadline
from calendars.form import Context, Language, Verdict, window
from calendars.periods import month_turn
from calendars.phrases import Hit, Phrase, Prose
from calendars.wording import month_name, month_number, short_span
from calendars.years import year_of

TRIGGER = r"skifte"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:(?:innen|innan|ved|i|rundt) )?(?:måneds?|månads?)skiftet {month} ?(?:/|-"
        r"|og) ?{month2}(?: {year})?"
    ),
    Phrase(r"(?<!\w)(?:(?:ved|rundt) )?årsskiftet(?: {year}(?: ?(?:/|-) ?(?:20)?[0-9]{2})?)?", Prose.CUED),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Read the 27th of the first month to the 5th of the next; None if the months are not neighbours."""
    if not hit.piece("month"):
        return window("month_turn", month_turn(year_of(hit, context), 12))
    first, last = month_number(hit.piece("month")), month_number(hit.piece("month2"))
    if last != first % 12 + 1:
        return None
    return window("month_turn", month_turn(year_of(hit, context), first))


def write(deadline: Deadline, language: Language) -> str:
    """Word the two months."""
    if deadline.earliest is None or deadline.latest is None:
        return deadline.text
    turn = {"nb": "månedsskiftet", "nn": "månadsskiftet"}[language]
    months = f"{month_name(deadline.earliest.month)}/{month_name(deadline.latest.month)}"
    return f"{turn} {months} {deadline.earliest.year}"


def explain(deadline: Deadline, language: Language) -> str:
    """Say which days."""
    if deadline.earliest is None or deadline.latest is None:
        return ""
    return f"«{deadline.text}» = {short_span(deadline.earliest, deadline.latest)}"

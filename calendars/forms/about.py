"""About a day: «ca. 20. november», «rundt 1. mars», «omkring 15. juni»; five days either way."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from calendars import dates
from calendars.deadline import Deadline
from calendars.form import Context, Language, Verdict, dated, window
from calendars.periods import around
from calendars.phrases import Hit, Phrase
from calendars.wording import long_date, short_span

TRIGGER = r"ca|cirka|rundt|omkring|omtrent|kring|rundt"

PHRASES = (Phrase(r"(?<!\w)(?:ca\.?|cirka|rundt|omkring|omtrent|kring|om lag) (?:den )?{anydate}"),)


def read(hit: Hit, context: Context) -> Verdict:
    """Read the days around the one stated, as tentative."""
    stated = dates.parse(hit.piece("anydate"))
    if stated is None:
        return None
    day = dates.resolved(stated, hit, context)
    return replace(window("about", around(day)), tentative=True) if day else dated("about", None)


def write(deadline: Deadline, language: Language) -> str:
    """Word the day in the middle."""
    if deadline.earliest is None:
        return deadline.text
    return f"ca. {long_date(deadline.earliest + dt.timedelta(5))}"


def explain(deadline: Deadline, language: Language) -> str:
    """Say which days."""
    if deadline.earliest is None or deadline.latest is None:
        return ""
    return f"«{deadline.text}» = {short_span(deadline.earliest, deadline.latest)}"

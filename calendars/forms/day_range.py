"""Days from-to: «10.–12. mars 2026», «fra 1. mars til 15. april», «mellom 1. og 15. mars»."""

from __future__ import annotations

import datetime as dt

from calendars import dates
from calendars.deadline import Deadline
from calendars.form import Context, Language, Verdict, dated, window
from calendars.periods import Span, real_day
from calendars.phrases import Hit, Phrase, Prose
from calendars.repair import number
from calendars.wording import long_date, short_span

TRIGGER = r"[0-9]"

PHRASES = (
    Phrase(r"(?<!\w)(?:(?:mellom|i perioden|fra|frå)(?: den)? )?{dayno}\.? ?(?:-|til|og|/) ?(?:den )?{date}"),
    Phrase(
        r"(?<!\w)(?:mellom|i perioden|fra|frå)(?: den)? {date2} ?(?:-|til og med|til|og) ?"
        r"(?:den )?{date}"
    ),
    Phrase(r"{date2} ?(?:-|til og med|til) ?{date}"),
    Phrase(r"{shortdate} ?- ?{shortdate2}", Prose.NEVER),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Read the window; two days joined by «og» alone are two days, not a window."""
    stated = dates.parse(hit.piece("date") or hit.piece("shortdate2"))
    if stated is None or _is_two_days(hit):
        return None
    last = dates.resolved(stated, hit, context)
    first = _first(hit, context, last)
    if first is None or last is None:
        return dated("day_range", None)
    return window("day_range", Span(first, last)) if first < last else None


def _first(hit: Hit, context: Context, last: dt.date | None) -> dt.date | None:
    if last is None:
        return None
    if hit.piece("dayno"):
        return real_day(last.year, last.month, number(hit.piece("dayno")))
    stated = dates.parse(hit.piece("date2") or hit.piece("shortdate"))
    return real_day(stated.year or last.year, stated.month, stated.day) if stated else None


def _is_two_days(hit: Hit) -> bool:
    return not hit.words.startswith(("mellom", "fra", "frå", "i per")) and (
        " og " in hit.words or "/" in hit.words
    )


def write(deadline: Deadline, language: Language) -> str:
    """Word the first and last day."""
    first, last = deadline.earliest, deadline.latest
    if first is None or last is None:
        return deadline.text
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{long_date(last)}"
    return f"{long_date(first)}–{long_date(last)}"


def explain(deadline: Deadline, language: Language) -> str:
    """Say which days."""
    if deadline.earliest is None or deadline.latest is None:
        return ""
    return f"«{deadline.text}» = {short_span(deadline.earliest, deadline.latest)}"

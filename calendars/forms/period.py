"""A quarter, tertial, half-year or year: «1. kvartal», «første halvår 2027», «i løpet av 2026»."""

from __future__ import annotations

import datetime as dt

from calendars.deadline import Deadline
from calendars.form import Context, Language, Verdict, window
from calendars.periods import half_year, quarter, tertial, whole_year
from calendars.phrases import Hit, Phrase, Prose
from calendars.wording import ordinal_number, short_span
from calendars.years import year_of

TRIGGER = r"[qk][1-4]|kvartal|tertial|halvår|løpet"

_NTH = r"(?P<nth>[1-4l]\.|første|fyrste|andre|annet|tredje|fjerde|siste)"
_UNIT = r"(?P<unit>kvartal|tertial|halvår)"

PHRASES = (
    Phrase(r"(?<!\w)(?P<unit>[qk])(?P<nth>[1-4])(?!\w)(?: {year})?", Prose.CUED),
    Phrase(rf"(?<!\w){_NTH} ?{_UNIT}(?!\w)(?: {{year}})?", Prose.CUED),
    Phrase(rf"(?<!\w)i (?:løpet av )?{_NTH} ?{_UNIT}(?!\w)(?: {{year}})?", Prose.CUED),
    Phrase(rf"(?<!\w)i løpet av (?:{_NTH} ?{_UNIT}(?!\w)(?: {{year}})?|(?P<whole>{{year2}}))"),
    Phrase(r"(?<!\w)i løpet av (?P<whole>(?:kalender|budsjett)?året)(?!\w)", Prose.CUED),
)

_SPANS = {"k": (quarter, 4), "t": (tertial, 3), "h": (half_year, 2)}
_NAMES = {3: "kvartal", 4: "tertial", 6: "halvår"}


def read(hit: Hit, context: Context) -> Verdict:
    """Read the window of the period."""
    if hit.piece("whole"):
        return window("period", whole_year(year_of(hit, context, "year2")))
    span, count = _SPANS[hit.piece("unit")[0].replace("q", "k")]
    word = hit.piece("nth")
    nth = count if word == "siste" else int(word) if word.isdigit() else ordinal_number(word)
    return window("period", span(year_of(hit, context), nth)) if nth <= count else None


def write(deadline: Deadline, language: Language) -> str:
    """Word the period with its number and year."""
    first, last = deadline.earliest, deadline.latest
    if first is None or last is None:
        return deadline.text
    length = _months(first, last)
    if length == 12:
        return f"i løpet av {first.year}"
    return f"{last.month // length}. {_NAMES[length]} {first.year}"


def _months(first: dt.date, last: dt.date) -> int:
    return last.month - first.month + 1


def explain(deadline: Deadline, language: Language) -> str:
    """Say which days."""
    if deadline.earliest is None or deadline.latest is None:
        return ""
    return f"«{deadline.text}» = {short_span(deadline.earliest, deadline.latest)}"

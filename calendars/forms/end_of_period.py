"""The end of a period: «innen utgangen av mai», «innen utgangen av 2026», «innen mars 2026», «før nyttår»."""

from __future__ import annotations

import datetime as dt
import re

from calendars.deadline import Deadline
from calendars.form import Context, Language, Verdict, dated
from calendars.periods import half_year, last_day, quarter, tertial
from calendars.phrases import Hit, Phrase, Prose
from calendars.wording import long_date, month_name, month_number, ordinal_number
from calendars.years import heading_month, year_of

TRIGGER = r"innen|innan|senest|sein[ae]st|utgang|utløp|slutt|enden|årsskift|nyttår"

_BY = r"(?<!\w)(?:(?:senest|sein[ae]st) (?:innen |innan |ved )?|innen |innan |ved |før |i )?"
_END = r"(?:utgangen|utløpet) av (?:kalender)?"
_NTH = r"(?P<nth>[1-4]\.|første|fyrste|andre|tredje|fjerde)"

PHRASES = (
    Phrase(_BY + _END + r"(?:måneden )?{month}(?: måned)?(?: {year})?"),
    Phrase(_BY + _END + r"måned(?:en)?(?! \w)|(?<!\w)innan utgangen av månaden(?! \w)", Prose.NEVER),
    Phrase(_BY + _END + r"(?P<whole>året|{year})"),
    Phrase(_BY + r"(?:slutten|enden) av (?P<whole>året|{year})", Prose.CUED),
    Phrase(r"(?<!\w)(?:innen|innan) (?P<whole>året|{year})", Prose.NEVER),
    Phrase(_BY + _END + _NTH + r" (?P<unit>kvartal|tertial|halvår)(?: {year})?"),
    Phrase(
        r"(?<!\w)(?:(?:senest|sein[ae]st) )?(?:innen|innan|senest|sein[ae]st)(?: i)? {month}"
        r"(?: måned)?(?: {year})?"
    ),
    Phrase(
        r"(?<!\w)(?:(?:senest|sein[ae]st) )?(?:innen|innan) "
        + _NTH
        + r" (?P<unit>kvartal|tertial|halvår)(?: {year})?"
    ),
    Phrase(r"(?<!\w)(?:innen|innan|før) (?:nyttår|årsskiftet|årets slutt|årets utgang)(?: {year})?"),
)

_SPANS = {"kvartal": quarter, "tertial": tertial, "halvår": half_year}


def read(hit: Hit, context: Context) -> Verdict:
    """Read the last day of the period."""
    year = year_of(hit, context)
    if hit.piece("month"):
        return dated("end_of_period", last_day(year, month_number(hit.piece("month"))))
    unit, named = hit.piece("unit"), heading_month(context)
    if re.search("m[^ ]{1,3}n[ae]d(?:en)?$", hit.words):
        return dated("end_of_period", last_day(named[1], named[0])) if named else None
    if not unit:
        return dated("end_of_period", dt.date(year, 12, 31))
    nth = ordinal_number(hit.piece("nth"))
    span = next(make for name, make in _SPANS.items() if name[:4] == unit[:4])
    return dated("end_of_period", span(year, nth).last) if nth <= 12 // _MONTHS[unit[:4]] else None


_MONTHS = {"kvar": 3, "tert": 4, "halv": 6}


def write(deadline: Deadline, language: Language) -> str:
    """Word the end of the month or year."""
    day = deadline.day
    if day is None:
        return deadline.text
    by = {"nb": "innen utgangen av", "nn": "innan utgangen av"}[language]
    return f"{by} {day.year}" if day.month == 12 else f"{by} {month_name(day.month)} {day.year}"


def explain(deadline: Deadline, language: Language) -> str:
    """Name the last day."""
    return f"«{deadline.text}» = {long_date(deadline.day)}" if deadline.day else ""

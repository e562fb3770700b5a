"""One or more months: «Mars», «Februar/mars», «Desember/januar», «Mars 2026», «i løpet av april»."""

from __future__ import annotations

from dataclasses import replace

from calendars.deadline import Deadline
from calendars.form import Context, Language, Verdict, window
from calendars.periods import months
from calendars.phrases import Hit, Phrase, Prose, matcher
from calendars.pieces import is_month
from calendars.repair import number
from calendars.wording import month_name, month_number, short_span
from calendars.years import year_of, yearless

TRIGGER = r"jan|feb|mar|apr|ma[i1]|ju[nl]|aug|sep|okt|n[o0]v|des"

_LEAD = r"(?:(?<!\w)(?:i løpet av|i) )?(?:månedene? )?"
_SEVERAL = r"{month}(?: {year})? ?(?:/|-|eller|til) ?{month2}(?: {year2})?"

PHRASES = (
    Phrase(_LEAD + r"{month}(?: {year})?", Prose.CUED),
    Phrase(_LEAD + _SEVERAL, Prose.CUED),
    Phrase(r"(?<!\w)i løpet av (?:måneden )?{month}(?: {year})?"),
    Phrase(r"(?<!\w)(?:i )?{month}(?=(?:, ?[a-z]+){0,4} og {month3} (?P<listed>{year3}))"),
    Phrase(r"(?<=og[ \n]){month} (?P<listed>{year})"),
    Phrase(r"{shortmonth} ?[/-] ?{shortmonth2}(?: {year2})?", Prose.NEVER),
    Phrase(r"(?!jul(?![.i])){shortmonth}(?: {year})?", Prose.NEVER),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Read a window of whole months; two that cross the year are a doubt unless the year is stated."""
    short = [hit.piece(name).rstrip(".") for name in ("shortmonth", "shortmonth2") if hit.piece(name)]
    if not all(is_month(name) for name in short):
        return None
    if hit.piece("listed") and not _is_listed(hit, context):
        return None
    first = month_number(hit.piece("month") or short[0])
    if not hit.piece("month2") and len(short) < 2:
        return window("month", months(_year(hit, context, first), first, first))
    last, year = month_number(hit.piece("month2") or short[1]), year_of(hit, context)
    if not hit.piece("year") and hit.piece("year2"):
        year = year_of(hit, context, "year2") - (last < first)
    read_so = window("month", months(year, first, last))
    if last >= first or hit.piece("year") or hit.piece("year2"):
        return read_so
    return replace(read_so, alternatives=(window("month", months(year - 1, first, last)),))


def _is_listed(hit: Hit, context: Context) -> bool:
    """Tell whether it is one of «i juni og desember 2027», still to come when the letter is written."""
    alone = not hit.piece("month3") and not matcher(_MONTH_AND).search(hit.before(20))
    return not alone and number(hit.piece("listed")) >= context.year


_MONTH_AND = r"{month},? og $"


def _year(hit: Hit, context: Context, month: int) -> int:
    if hit.piece("year"):
        return year_of(hit, context)
    return yearless(context, month, hit.before(120), hit.after(60))


def write(deadline: Deadline, language: Language) -> str:
    """Word the months; a year that was in doubt stays unsaid."""
    first, last = deadline.earliest, deadline.latest
    if first is None or last is None:
        return deadline.text
    name, other = month_name(first.month), month_name(last.month)
    if (first.year, first.month) == (last.year, last.month):
        return f"{name} {first.year}"
    if first.year == last.year:
        return f"{name}/{other} {last.year}"
    return f"{name}/{other}" if deadline.alternatives else f"{name} {first.year}/{other} {last.year}"


def explain(deadline: Deadline, language: Language) -> str:
    """Say which days."""
    if deadline.earliest is None or deadline.latest is None:
        return ""
    span = short_span(deadline.earliest, deadline.latest)
    return f"«{deadline.text}» = {span}" if deadline.text else span

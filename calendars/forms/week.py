"""ISO weeks: «uke 36», «Uke 39/40», «Tirsdag i uke 4», «Tidlig i uke 5», «Senest mandag i uke 11»."""

from __future__ import annotations

import datetime as dt

from calendars.deadline import Deadline
from calendars.form import Context, Language, Verdict, dated, window
from calendars.periods import Span, week
from calendars.phrases import Hit, Phrase
from calendars.repair import number
from calendars.wording import WEEKDAYS, long_date, short_span, weekday_number
from calendars.years import year_of

TRIGGER = r"uke|veke"

_WEEK = r"(?:ukene|vekene|uken|veka|uker|veker|uke|veke)(?: nr\.?)? (?P<from>[0-5]?[0-9lo])(?![0-9])"
_TO = r"(?: ?(?:/|-|og|til|el\.|eller)(?: (?:uke|veke))? ?(?P<to>[0-5]?[0-9])(?![0-9.]))?"
_YEAR = r"(?:,? {year})?"
_PART = r"(?P<early>tidlig|tidleg|begynnelsen av|starten av|byrjinga av)|(?P<late>sent|seint|slutten av)"

PHRASES = (
    Phrase(rf"(?<!\w)(?:i )?{_WEEK}{_TO}{_YEAR}"),
    Phrase(
        rf"(?<!\w)(?:(?P<by>innen|innan|senest|sein[ae]st)(?: i)?|i løpet av) "
        rf"(?:utgangen av )?{_WEEK}{_TO}{_YEAR}"
    ),
    Phrase(rf"(?<!\w)(?:(?:senest|sein[ae]st|innen|innan) )?{{weekday}} (?:i )?{_WEEK}{_YEAR}"),
    Phrase(rf"(?<!\w){_WEEK}{_YEAR},? (?:på )?{{weekday}}"),
    Phrase(rf"(?<!\w)(?:{_PART}) (?:i )?{_WEEK}{_YEAR}"),
)

_IN = {"nb": "uke {} {}", "nn": "veke {} {}"}


def read(hit: Hit, context: Context) -> Verdict:
    """Read Monday to Friday of the week, a day of it, or its first or last days."""
    year, nth = year_of(hit, context), number(hit.piece("from"))
    span = week(year, nth, int(hit.piece("to")) if hit.piece("to") else None)
    if span is None or span.last < span.first:
        return dated("week", None)
    if hit.piece("weekday"):
        return dated("week", span.first + dt.timedelta(weekday_number(hit.piece("weekday"))))
    if hit.piece("by"):
        return dated("week", span.last)
    if hit.piece("early"):
        return window("week", Span(span.first, span.first + dt.timedelta(1)))
    return window("week", Span(span.last - dt.timedelta(1), span.last) if hit.piece("late") else span)


def write(deadline: Deadline, language: Language) -> str:
    """Word the week, or the weekday in it."""
    if deadline.day:
        year, nth, weekday = deadline.day.isocalendar()
        return f"{WEEKDAYS[language][weekday - 1]} i {_IN[language].format(nth, year)}"
    if deadline.earliest is None or deadline.latest is None:
        return deadline.text
    return _worded_span(deadline.earliest, deadline.latest, language)


def _worded_span(first: dt.date, last: dt.date, language: Language) -> str:
    year, nth, weekday = first.isocalendar()
    if weekday > 1:
        return {"nb": "sent i ", "nn": "seint i "}[language] + _IN[language].format(nth, year)
    if last.weekday() < 4:
        return {"nb": "tidlig i ", "nn": "tidleg i "}[language] + _IN[language].format(nth, year)
    to = last.isocalendar().week
    return _IN[language].format(nth if to == nth else f"{nth}-{to}", year)


def explain(deadline: Deadline, language: Language) -> str:
    """Say which days."""
    if deadline.day:
        return f"«{deadline.text}» = {long_date(deadline.day)}"
    if deadline.earliest is None or deadline.latest is None:
        return ""
    return f"«{deadline.text}» = {short_span(deadline.earliest, deadline.latest)}"

"""A week of a month: «første uke i november 2027», «siste veke i mai», «i andre uke av mars»."""

from __future__ import annotations

from dataclasses import replace

from calendars.deadline import Deadline
from calendars.form import Context, Language, Verdict, window
from calendars.periods import Span, weeks_of_month
from calendars.phrases import Hit, Phrase
from calendars.wording import ORDINALS, month_name, month_number, ordinal_number, short_span
from calendars.years import year_of

TRIGGER = r"uke|veke|uka|veka"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:(?:i|innen|innan|senest|sein[ae]st) )?(?:den )?{ordinal} ?(?:uken|veka|uka"
        r"|uke|veke) (?:i|av) {month}"
        r"(?: {year})?"
    ),
)

_WORDS = {"nb": "{} uke i {} {}", "nn": "{} veke i {} {}"}


def read(hit: Hit, context: Context) -> Verdict:
    """Read the working days of the month in that week; a month that starts inside a week is a doubt."""
    year, month = year_of(hit, context), month_number(hit.piece("month"))
    nth = ordinal_number(hit.piece("ordinal"))
    spans, whole = weeks_of_month(year, month), weeks_of_month(year, month, whole=True)
    index = nth - 1 if nth > 0 else nth
    if not -len(spans) <= index < len(spans):
        return None
    read_so = window("week_of_month", spans[index])
    other = whole[index] if -len(whole) <= index < len(whole) else None
    if other is None or other == spans[index]:
        return read_so
    return replace(read_so, alternatives=(window("week_of_month", other),))


def write(deadline: Deadline, language: Language) -> str:
    """Word the week by its number in the month."""
    first, last = deadline.earliest, deadline.latest
    if first is None or last is None:
        return deadline.text
    return _WORDS[language].format(_ordinal(Span(first, last), language), month_name(last.month), last.year)


def _ordinal(span: Span, language: Language) -> str:
    spans = weeks_of_month(span.last.year, span.last.month)
    if span not in spans:
        spans = weeks_of_month(span.last.year, span.last.month, whole=True)
    nth = spans.index(span)
    return (
        ORDINALS[language][nth] if nth < 3 else "siste" if nth == len(spans) - 1 else ORDINALS[language][nth]
    )


def explain(deadline: Deadline, language: Language) -> str:
    """Say which days."""
    if deadline.earliest is None or deadline.latest is None:
        return ""
    span = short_span(deadline.earliest, deadline.latest)
    return f"«{deadline.text}» = {span}" if deadline.text else span

"""A day every year: «hver 15. mars», «15.09.2026 og deretter årlig», «20.06.2026 (til og med 2027)»."""

from __future__ import annotations

import datetime as dt

from calendars import dates
from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict, dated
from calendars.periods import real_day
from calendars.phrases import Hit, Phrase
from calendars.pieces import LEAD
from calendars.repair import number
from calendars.rules import rule_parts, yearly_rule
from calendars.wording import long_date, month_name

TRIGGER = (
    r"årl[ie]g|årvis|(?<!\w)(?:hver|kvar)t?(?!\w)|(?<!\w)med(?!\w)"
    r"|(?<!\w)\(?(?:t\.|tom|ut(?!\w))|[0-9],?\(?ut"
)

_THEN = r",? ?\(?-? ?(?:og|samt|med|så)? ?(?:deretter|derett[eo]r|siden|sidan|dernest)[ \n]+"
_YEARLY = r"(?:årlig|årleg|årvisst|hvert år|kvart år)"
_UNTIL = (
    r",? ?\(?(?:til og med|t\.? ?o\.? ?m\.?|ut|fram til og med|frem til og med) (?:{date2}|"
    r"(?:år )?{year})\)?"
)

PHRASES = (
    Phrase(r"(?<!\w)(?:hver|kvar) {anydate}"),
    Phrase(LEAD + r"{anydate} ?[,/-]? ?\(?(?:hvert år|kvart år|årlig|årleg)\)?(?!\w)"),
    Phrase(
        r"(?<!\w)(?:årlig|årleg|hvert år|kvart år) ?[,/:(-]? ?" + LEAD.replace(r"(?<!\w)", " ?") + "{anydate}"
    ),
    Phrase(LEAD + r"{anydate}" + _THEN + _YEARLY + r"\)?(?:" + _UNTIL + r")?"),
    Phrase(LEAD + r"{anydate}" + _UNTIL),
)


def read(hit: Hit, context: Context) -> Verdict:
    """Read the rule; one that ends in its first year is just that day."""
    stated = dates.parse(hit.piece("anydate"))
    if stated is None:
        return None
    first = dates.resolved(stated, hit, context)
    if first is None:
        return dated("day", None)
    until = _until(hit)
    if until and until.year == first.year:
        return Deadline("", Form.DATE, "day", day=first)
    counted = first if stated.year else None
    return Deadline("", Form.RRULE, "yearly_date", rrule=yearly_rule(first), first=counted, until=until)


def _until(hit: Hit) -> dt.date | None:
    if hit.piece("year"):
        return dt.date(number(hit.piece("year")), 12, 31)
    stated = dates.parse(hit.piece("date2")) if hit.piece("date2") else None
    return real_day(stated.year, stated.month, stated.day) if stated and stated.year else None


_WORDS = {
    "nb": (
        "hver {}",
        "{} og deretter årlig",
        " (til og med {})",
        "hvert år {}",
        "første gang {}",
        "til og med {}",
    ),
    "nn": (
        "kvar {}",
        "{} og deretter årleg",
        " (til og med {})",
        "kvart år {}",
        "første gong {}",
        "til og med {}",
    ),
}


def write(deadline: Deadline, language: Language) -> str:
    """Word the day of the year, its first year and its last."""
    each, then, to, *_ = _WORDS[language]
    if deadline.first is None:
        return each.format(_day_of_year(deadline))
    if deadline.until is None:
        return then.format(long_date(deadline.first))
    return long_date(deadline.first) + to.format(_end(deadline.until))


def explain(deadline: Deadline, language: Language) -> str:
    """Say that it comes back, from when and until when."""
    *_, each, first, last = _WORDS[language]
    said = [f"«{deadline.text}» = {each.format(_day_of_year(deadline))}"]
    said += [first.format(deadline.first.year)] if deadline.first else []
    said += [last.format(_end(deadline.until))] if deadline.until else []
    return ", ".join(said)


def _day_of_year(deadline: Deadline) -> str:
    parts = rule_parts(str(deadline.rrule))
    return f"{parts['BYMONTHDAY']}. {month_name(int(parts['BYMONTH']))}"


def _end(until: dt.date) -> str:
    return str(until.year) if (until.month, until.day) == (12, 31) else long_date(until)

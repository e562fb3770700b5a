"""Before a day: «før 1. mai» is 30 April at the latest, «før utgangen av mars» is before its last day."""

from __future__ import annotations

import datetime as dt

from calendars import dates
from calendars.days import ONE_DAY
from calendars.deadline import Deadline
from calendars.form import Context, Language, Verdict, dated
from calendars.phrases import Hit, Phrase
from calendars.pieces import BEFORE
from calendars.wording import long_date

TRIGGER = rf"(?<!\w){BEFORE}(?!\w)"

PHRASES = (Phrase(rf"(?<!\w){BEFORE} (?:den )?{{anydate}}"),)


def read(hit: Hit, context: Context) -> Verdict:
    """Read the day before the one stated."""
    stated = dates.parse(hit.piece("anydate"))
    if stated is None:
        return None
    day = dates.resolved(stated, hit, context)
    return dated("before", day - ONE_DAY if day else None)


def write(deadline: Deadline, language: Language) -> str:
    """Word it by the day after."""
    return f"før {long_date(_stated(deadline))}"


def explain(deadline: Deadline, language: Language) -> str:
    """Say which day is the last."""
    words = {"nb": "senest {}, dagen før {}", "nn": "seinast {}, dagen før {}"}[language]
    stated = _stated(deadline)
    said = words.format(long_date(stated - ONE_DAY), long_date(stated))
    return f"«{deadline.text}» = {said}" if deadline.text else said


def _stated(deadline: Deadline) -> dt.date:
    if deadline.day is None:
        raise ValueError("a deadline before a day has that day")
    return deadline.day + ONE_DAY

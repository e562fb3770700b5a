"""A weekday of every month: «Første mandag i måneden», «siste fredag i kvar månad»."""

from __future__ import annotations

import re

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase, Prose, matcher
from calendars.rules import WEEKDAY_CODES, rule_parts
from calendars.wording import ORDINALS, WEEKDAYS, ordinal_number, weekday_number

TRIGGER = r"dag"

PHRASES = (
    Phrase(r"(?<!\w)(?P<alone>){ordinal} ?{weekday}(?:en)?(?! (?:i|av) )", Prose.NEVER),
    Phrase(
        r"(?<!\w)(?:den )?{ordinal} ?{weekday}(?:en)? (?:(?:i|av) )?(?:hver|kvar)? ?(?:måneden"
        r"|månaden|måned|månad)(?!\w)"
    ),
)

_WORDS = {"nb": "{} {} i hver måned", "nn": "{} {} i kvar månad"}

_MONTHLY = r"måned|månad"


def read(hit: Hit, context: Context) -> Verdict:
    """Read a monthly rule on the nth weekday."""
    nth = ordinal_number(hit.piece("ordinal"))
    if nth > 5 or (
        "alone" in hit.match.groupdict()
        and not matcher(_MONTHLY).search(" ".join((context.heading, *context.neighbours)).lower())
    ):
        return None
    code = WEEKDAY_CODES[weekday_number(hit.piece("weekday"))]
    return Deadline("", Form.RRULE, "weekday_of_month", rrule=f"FREQ=MONTHLY;BYDAY={nth}{code}")


def write(deadline: Deadline, language: Language) -> str:
    """Word the weekday of the month."""
    nth, code = re.findall(r"-?\d+|[A-Z]+", rule_parts(str(deadline.rrule))["BYDAY"])
    ordinal = {"-1": "siste", "-2": "nest siste"}.get(nth) or ORDINALS[language][int(nth) - 1]
    return _WORDS[language].format(ordinal, WEEKDAYS[language][WEEKDAY_CODES.index(code)])


def explain(deadline: Deadline, language: Language) -> str:
    """Say which weekday of every month."""
    return f"«{deadline.text}» = {write(deadline, language)}"

"""A working day of every month: «1. virkedag i hver måned», «siste arbeidsdag i månaden»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase
from calendars.rules import WORKING_DAYS, rule_parts
from calendars.wording import ORDINALS, ordinal_number

TRIGGER = r"virkedag|yrkedag|arbeidsdag|vyrkedag"

PHRASES = (
    Phrase(
        r"(?<!\w)(?:den )?{ordinal} ?(?:virke|v?yrke|arbeids)dag(?:en)? (?:(?:i|av) )?(?:hver|kvar)? ?"
        r"(?:måneden|månaden|måned|månad)(?!\w)"
    ),
)

_WORDS = {"nb": "{} virkedag i hver måned", "nn": "{} yrkedag i kvar månad"}
_MEANS = {
    "nb": "«{}» = {}; helligdager regnes ikke med",
    "nn": "«{}» = {}; heilagdagar blir ikkje rekna med",
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a monthly rule on the nth day that is Monday to Friday and no public holiday."""
    nth = ordinal_number(hit.piece("ordinal"))
    return Deadline(
        "", Form.RRULE, "working_day_of_month", rrule=f"FREQ=MONTHLY;{WORKING_DAYS};BYSETPOS={nth}"
    )


def write(deadline: Deadline, language: Language) -> str:
    """Word the working day of the month."""
    nth = rule_parts(str(deadline.rrule))["BYSETPOS"]
    ordinal = {"-1": "siste", "-2": "nest siste"}.get(nth) or ORDINALS[language][int(nth) - 1]
    return _WORDS[language].format(ordinal)


def explain(deadline: Deadline, language: Language) -> str:
    """Say which working day, and that holidays do not count."""
    return _MEANS[language].format(deadline.text, write(deadline, language))

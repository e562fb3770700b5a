"""A day of every month: «1. dag i måneden», «den 15. hver måned», «siste dag i måneden»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase
from calendars.repair import number
from calendars.rules import rule_parts
from calendars.wording import ordinal_number

TRIGGER = r"måned|månad"

_EACH = (
    r"(?:(?:i|av) )?(?:hver(?:t)? (?:kalender)?måned|kvar(?:t)? (?:kalender)?månad|månedene|månadene"
    r"|måneden|månaden|(?:hver )?(?:påfølgende|neste|etterfølgende) måned|påfølgjande månad"
    r"|neste månad)(?!\w)"
)

PHRASES = (
    Phrase(r"(?<!\w)(?:den )?{ordinal} ?(?:kalender)?dag(?:en)? " + _EACH),
    Phrase(
        r"(?<!\w)(?:(?:senest|sein[ae]st|innen|innan) )?(?:den )?{dayno}\.(?: og "
        r"(?:den )?{dayno2}\.)? " + _EACH
    ),
    Phrase(
        r"(?:månedlig|månadleg|hver måned|kvar månad),? ?\(?(?:innen|innan|senest"
        r"|sein[ae]st)? ?den {dayno}\.?(?! ?(?:[0-9]|[a-z]))\)?"
    ),
)

_WORDS = {
    "nb": ("den {}. hver måned", "siste dag i hver måned"),
    "nn": ("den {}. kvar månad", "siste dag i kvar månad"),
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a monthly rule on that day."""
    nth = ordinal_number(hit.piece("ordinal")) if hit.piece("ordinal") else number(hit.piece("dayno"))
    if not (nth == -1 or 1 <= nth <= 31):
        return None
    also = f",{number(hit.piece('dayno2'))}" if hit.piece("dayno2") else ""
    return Deadline("", Form.RRULE, "day_of_month", rrule=f"FREQ=MONTHLY;BYMONTHDAY={nth}{also}")


def write(deadline: Deadline, language: Language) -> str:
    """Word the day of the month."""
    nth = rule_parts(str(deadline.rrule))["BYMONTHDAY"]
    day, last = _WORDS[language]
    return last if nth == "-1" else day.format(nth.replace(",", ". og "))


def explain(deadline: Deadline, language: Language) -> str:
    """Say which day of every month."""
    return f"«{deadline.text}» = {write(deadline, language)}"

"""A day of every month: «1. dag i måneden», «den 15. hver måned», «siste dag i måneden»."""

from __future__ import annotations

from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.periods import real_day
from calendars.phrases import Hit, Phrase
from calendars.repair import number
from calendars.rules import rule_parts
from calendars.wording import ordinal_number

TRIGGER = r"måned|månad"

_EACH = (
    r"(?:(?:i|av) )?(?:hver(?:t)? (?:kalender)?måned|kvar(?:t)? (?:kalender)?månad|månedene|månadene"
    r"|måneden|månaden|(?:hver )?(?:påfølgende|neste|etterfølgende) måned|påfølgjande månad"
    r"|neste månad|inneværende måned|inneverande månad|[^\W\d]{4,}(?:måneden|månaden))(?!\w)"
)
_AFTER_PERIOD = (
    r"i (?:måneden|månaden) etter (?:(?:hvert|kvart) )?(?P<period>kvartal|tertial|halvår)(?:et|a|s|ets)?"
    r"(?: (?:utløp|slutt|utgang))?(?!\w)"
)
_BY = r"(?:(?:senest|sein[ae]st|innen|innan|fram til|frem til) )?"

PHRASES = (
    Phrase(rf"(?<!\w){_BY}(?:den )?{{ordinal}} ?(?:kalender)?dag(?:en)? " + _EACH),
    Phrase(rf"(?<!\w){_BY}(?:den )?{{dayno}}\.(?: og (?:den )?{{dayno2}}\.)? " + _EACH),
    Phrase(
        rf"(?<!\w)(?:(?:kvartalsvis|tertialvis|halvårlig|halvårleg),? )?{_BY}(?:den )?{{dayno}}\. "
        + _AFTER_PERIOD
    ),
    Phrase(
        r"(?:månedlig|månadleg|hver måned|kvar månad)[:,]? ?\(?(?:innen|innan|senest"
        r"|sein[ae]st)? ?den {dayno}\.?(?! ?(?:[0-9]|[a-z]))\)?"
    ),
)

_LENGTHS = {"k": 3, "t": 4, "h": 6}
_PERIODS = {"3": "kvartal", "4": "tertial", "6": "halvår"}
_AFTER = {
    "nb": "den {}. i måneden etter hvert {}s utløp",
    "nn": "den {}. i månaden etter kvart {}s utløp",
}
_WORDS = {
    "nb": ("den {}. hver måned", "siste dag i hver måned"),
    "nn": ("den {}. kvar månad", "siste dag i kvar månad"),
}


def read(hit: Hit, context: Context) -> Verdict:
    """Read a monthly rule on that day; what follows a quarter's end falls in the months after."""
    nth = ordinal_number(hit.piece("ordinal")) if hit.piece("ordinal") else number(hit.piece("dayno"))
    if not (nth == -1 or 1 <= nth <= 31):
        return None
    also = f",{number(hit.piece('dayno2'))}" if hit.piece("dayno2") else ""
    every, first = "", None
    if hit.piece("period"):
        every, first = f"INTERVAL={_LENGTHS[hit.piece('period')[0]]};", real_day(context.year, 1, nth)
    return Deadline(
        "", Form.RRULE, "day_of_month", rrule=f"FREQ=MONTHLY;{every}BYMONTHDAY={nth}{also}", first=first
    )


def write(deadline: Deadline, language: Language) -> str:
    """Word the day of the month."""
    parts = rule_parts(str(deadline.rrule))
    nth = parts["BYMONTHDAY"]
    if "INTERVAL" in parts:
        return _AFTER[language].format(nth, _PERIODS[parts["INTERVAL"]])
    day, last = _WORDS[language]
    return last if nth == "-1" else day.format(nth.replace(",", ". og "))


def explain(deadline: Deadline, language: Language) -> str:
    """Say which day of every month."""
    return f"«{deadline.text}» = {write(deadline, language)}"

"""How often, without a day: «Månedlig», «ukentlig», «tertialvis», «to ganger årlig», «hvert annet år»."""

from __future__ import annotations

import datetime as dt

from calendars.amounts import amount_of
from calendars.cues import is_cued
from calendars.deadline import Deadline, Form
from calendars.form import Context, Language, Verdict
from calendars.phrases import Hit, Phrase
from calendars.rules import rule_parts
from calendars.wording import ORDINALS, month_name, month_number, ordinal_number
from calendars.years import year_of

TRIGGER = r"dagl|uke|veke|måned|månad|kvartal|tertial|halvår|årl[ie]g|(?:hver|kvar)t?(?!\w)|årvis|gang|gong"

_TIMES_A_YEAR = r"(?:årlig|årleg|i året|per år|pr\.? år|i løpet av året|hvert år|kvart år)"

_HOW_OFTEN = {
    "daily": (r"daglig|dagleg|hver (?:virke|arbeids)?dag|kvar (?:yrke|arbeids)?dag", "FREQ=DAILY"),
    "fortnightly": (
        r"annenhver uke|annankvar veke|hver (?:annen|andre) uke|kvar andre veke|hver 14\. dag|kvar 14\. dag",
        "FREQ=WEEKLY;INTERVAL=2",
    ),
    "weekly": (r"ukentlige?|vekentlege?|ukevis|vekevis|hver uke|kvar veke", "FREQ=WEEKLY"),
    "bimonthly": (
        r"annenhver måned|annankvar månad|hver (?:annen|andre) måned|kvar andre månad",
        "FREQ=MONTHLY;INTERVAL=2",
    ),
    "monthly": (r"månedlige?|månadlege?|månedsvis|månadsvis|hver måned|kvar månad", "FREQ=MONTHLY"),
    "quarterly": (
        r"kvartalsvise?|kvartalsvist|kvartalsmessig|(?:etter )?(?:hvert|kvart) kvartal",
        "FREQ=MONTHLY;INTERVAL=3",
    ),
    "tertially": (
        r"tertials?vise?|tertials?vist|(?:etter )?(?:hvert|kvart) tertial",
        "FREQ=MONTHLY;INTERVAL=4",
    ),
    "half_yearly": (
        r"halvårlige?|halvårlege?|halvårsvis|(?:hvert|kvart) halvår",
        "FREQ=MONTHLY;INTERVAL=6",
    ),
    "biennially": (
        r"(?:annethvert|annenhvert|annakvart|annankvart) år|(?:hvert|kvart) (?:annet|andre) år",
        "FREQ=YEARLY;INTERVAL=2",
    ),
    "yearly": (
        r"årlige?|årlege?|årvisst|(?:hvert|kvart) (?:kalender|budsjett)?år",
        "FREQ=YEARLY",
    ),
}
"""What each is called in bokmål and nynorsk, and its rule."""

_PLAIN = ("biennially", "fortnightly", "bimonthly")
"""How often in words that say nothing else, so that they count wherever they stand."""

_TIMES = {1: "yearly", 2: "half_yearly", 3: "tertially", 4: "quarterly", 6: "bimonthly", 12: "monthly"}
_NAMED = "|".join(f"(?P<{name}>{words})" for name, (words, _) in _HOW_OFTEN.items())
_ANY = rf"(?<!\w)(?:{_NAMED}|{{number}} (?:gang|gong)(?:er)? {_TIMES_A_YEAR})(?!\w)"
_SINCE = (
    r"(?P<since>,? (?:fra|frå)(?: og med)? {month}(?: {year})?(?! ?(?:-|til))"
    r"|,? \(?(?:neste|første|fyrste) (?:gang|gong)(?: i)? (?:{month4} )?{year4}\)?)"
)
_DELIVERED = (
    r"(?P<delivered>(?= (?:\w+ )?\w*(?:rapport|analyse|oversikt|oversyn|oppdatering|møte|leveranse"
    r"|prognose|redegjørelse"
    r"|utgreiing|notat)))"
)

_UNITS = {"u": "WEEKLY", "v": "WEEKLY", "m": "MONTHLY"}

_SEASON = r",? (?:i|fra|frå) (?:perioden |månedene |månadene )?{month3} ?(?:-|til(?: og med)?) ?{month2}"

PHRASES = (
    Phrase(r"(?<!\w)(?:hver|kvar) {ordinal} ?(?P<unit>uke|veke|måned|månad)(?!\w)"),
    Phrase(_ANY + rf"(?:{_SINCE}|{_DELIVERED}|{_SEASON})?"),
)

_WORDS = {
    "FREQ=DAILY": ("daglig", "dagleg"),
    "FREQ=WEEKLY;INTERVAL=2": ("annenhver uke", "annankvar veke"),
    "FREQ=WEEKLY": ("ukentlig", "kvar veke"),
    "FREQ=MONTHLY;INTERVAL=2": ("annenhver måned", "annankvar månad"),
    "FREQ=MONTHLY": ("månedlig", "månadleg"),
    "FREQ=MONTHLY;INTERVAL=3": ("kvartalsvis", "kvartalsvis"),
    "FREQ=MONTHLY;INTERVAL=4": ("tertialvis", "tertialvis"),
    "FREQ=MONTHLY;INTERVAL=6": ("halvårlig", "halvårleg"),
    "FREQ=YEARLY;INTERVAL=2": ("annethvert år", "annakvart år"),
    "FREQ=YEARLY": ("årlig", "årleg"),
}
_NO_DAY = {"nb": "«{}» = {}, uten oppgitt dag", "nn": "«{}» = {}, utan oppgjeven dag"}


def read(hit: Hit, context: Context) -> Verdict:
    """Read how often; the rule has no days, and says so."""
    if hit.piece("unit"):
        interval, unit = ordinal_number(hit.piece("ordinal")), _UNITS[hit.piece("unit")[0]]
        return Deadline("", Form.RRULE, "every_period", rrule=f"FREQ={unit};INTERVAL={interval}")
    name = _TIMES.get(amount_of(hit.piece("number"))) if hit.piece("number") else _named(hit)
    if name is None:
        return None
    rule = _HOW_OFTEN[name][1]
    plain = (name in _PLAIN and hit.piece(name)) or any(
        hit.span(piece) for piece in ("since", "delivered", "month2")
    )
    if not (context.cell or plain or is_cued(hit.before(80))):
        return None
    if hit.piece("month2"):
        rule += f";BYMONTH={_months(hit)}"
    return Deadline("", Form.RRULE, "every_period", rrule=rule, first=_first(hit, context))


def _named(hit: Hit) -> str:
    return next(name for name in _HOW_OFTEN if hit.piece(name))


def _first(hit: Hit, context: Context) -> dt.date | None:
    if not hit.piece("since"):
        return None
    month = hit.piece("month") or hit.piece("month4") or "januar"
    return dt.date(year_of(hit, context, "year4" if hit.piece("year4") else "year"), month_number(month), 1)


def _months(hit: Hit) -> str:
    """List the months from the first to the last, over the new year when they go that way."""
    first, last = month_number(hit.piece("month3")), month_number(hit.piece("month2"))
    count = (last - first) % 12 + 1
    return ",".join(str((first - 1 + after) % 12 + 1) for after in range(count))


def write(deadline: Deadline, language: Language) -> str:
    """Word how often."""
    rule, _, months = str(deadline.rrule).partition(";BYMONTH=")
    how_often = _how_often(rule, language)
    if months:
        ends = months.split(",")
        how_often += f" i perioden {month_name(int(ends[0]))}–{month_name(int(ends[-1]))}"
    if deadline.first is None:
        return how_often
    since = {"nb": "fra", "nn": "frå"}[language]
    return f"{how_often} {since} {month_name(deadline.first.month)} {deadline.first.year}"


def _how_often(rule: str, language: Language) -> str:
    if rule in _WORDS:
        return _WORDS[rule][language == "nn"]
    parts = rule_parts(rule)
    unit = {"WEEKLY": ("uke", "veke"), "MONTHLY": ("måned", "månad")}[parts["FREQ"]][language == "nn"]
    return f"{'hver' if language == 'nb' else 'kvar'} {ORDINALS[language][int(parts['INTERVAL']) - 1]} {unit}"


def explain(deadline: Deadline, language: Language) -> str:
    """Say that it recurs without a stated day."""
    if deadline.rrule == "FREQ=DAILY":
        return f"«{deadline.text}» = {write(deadline, language)}"
    return _NO_DAY[language].format(deadline.text, write(deadline, language))

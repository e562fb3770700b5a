"""A day: «15.03.2026», «1. april 2026», «31.januar», «22. april kl. 9:00-11:00», «innen 1. mars»."""

from __future__ import annotations

import re
from dataclasses import replace

from calendars import dates
from calendars.deadline import Deadline
from calendars.form import Context, Language, NoDeadline, Verdict, dated
from calendars.phrases import Hit, Phrase, Prose, matcher
from calendars.pieces import LEAD
from calendars.wording import long_date

TRIGGER = r"[0-9]|(?<!\w)[li|][.,]"

_AROUND = r"(?:(?:{weekday}),?(?: den)? )?"
_CLOCK = r"(?:,? ?\(?{time}\)?)?"

PHRASES = (
    Phrase(LEAD + _AROUND + "{date}" + _CLOCK),
    Phrase(r"(?<!\w)(?:senest|sein[ae]st|innen|innan) (?:den )?{shortdate}" + _CLOCK),
    Phrase("{shortdate}" + _CLOCK, Prose.CUED),
    Phrase(r"(?:innen|innan|senest|sein[ae]st) (?:{time}),? (?:den )?{date}"),
    Phrase(LEAD + _AROUND + r"{dayno}\.(?! ?(?!kl|og )[\wæøå])" + _CLOCK, Prose.NEVER),
)

_SECTION = re.compile(
    r"(?:§+|\bpkt\.?|\bpunkt|\bkap\.?|kapittel|kapitel|\bpost|\bnr\.?|\bkl\.?|versjon|\bv\.?"
    r"|\b[a-z] ?- ?\d+ ?:)\s*$"
)


def read(hit: Hit, context: Context) -> Verdict:
    """Read a day; a day that does not exist is impossible, never corrected."""
    stated = dates.under_heading(hit, context) or dates.parse(hit.piece("date") or hit.piece("shortdate"))
    if stated is None or (_SECTION.search(hit.before(12)) and _is_dotted_number(hit)):
        return None
    if stated.year is not None and abs(stated.year - context.year) > 60:
        return None
    if not context.cell and _is_told_of(hit, stated.year or context.year, context):
        return NoDeadline("past")
    start, end = dates.clock(hit.piece("time"))
    return replace(dated("day", dates.resolved(stated, hit, context)), starts_at=start, ends_at=end)


def _is_told_of(hit: Hit, year: int, context: Context) -> bool:
    """Tell whether a sentence speaks of what happened before the letter's year, and sets no deadline."""
    if year >= context.year or matcher(_SETS_A_DEADLINE).search(hit.words + "\n" + hit.before(40)):
        return False
    return year < context.year - 5 or bool(_GOES_ON.match(hit.after(10)))


_SETS_A_DEADLINE = r"^(?:innen|innan|senest|sein[ae]st)|(?:frist\w*|[:|\t-])[ \n]*(?:er )?$"
_GOES_ON = re.compile(r",? [a-zæøå]{1,}|\. [a-zæøå]")


def _is_dotted_number(hit: Hit) -> bool:
    return not re.search(r"[a-z]{3}|20\d\d", hit.piece("date") or hit.piece("shortdate"))


def write(deadline: Deadline, language: Language) -> str:
    """Word the day, with the clock time when it has one."""
    day = deadline.day
    return long_date(day) + dates.worded_time(deadline.starts_at, deadline.ends_at) if day else deadline.text


def explain(deadline: Deadline, language: Language) -> str:
    """Name the day that the words mean."""
    if deadline.day is None:
        return ""
    day, to = long_date(deadline.day), dates.worded_time(deadline.starts_at, deadline.ends_at)
    return {"nb": f"«{deadline.text}» = {day}{to}", "nn": f"«{deadline.text}» = {day}{to}"}[language]

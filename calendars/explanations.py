"""The sentence under a deadline that says how it was understood."""

from __future__ import annotations

from calendars import days
from calendars.catalogue import form_named
from calendars.deadline import Deadline
from calendars.form import Language, with_working_date
from calendars.wording import WEEKDAYS, short_date

_WORDS = {
    "nb": {
        "impossible": "Denne datoen finnes ikke. Departementet må spørres om hva som er ment.",
        "day_off": "{what} {date} er {off}; leveres senest {weekday} {working}",
        "last": "siste dag",
        "the_day": "dagen",
        "unverified": "virkedager er ikke kontrollert for {year}, så ingen arbeidsdato er satt",
        "tentative": "datoen er foreløpig",
        "firm": "fristen kan ikke fravikes",
        "also": "kan også leses som {other}",
    },
    "nn": {
        "impossible": "Denne datoen finst ikkje. Departementet må spørjast om kva som er meint.",
        "day_off": "{what} {date} er {off}; blir levert seinast {weekday} {working}",
        "last": "siste dag",
        "the_day": "dagen",
        "unverified": "virkedagar er ikkje kontrollerte for {year}, så ingen arbeidsdato er sett",
        "tentative": "datoen er førebels",
        "firm": "fristen kan ikkje fråvikast",
        "also": "kan òg lesast som {other}",
    },
}


def explain(deadline: Deadline, language: Language) -> str:
    """Say in one line how a deadline was understood, and what it means for the working day."""
    words = _WORDS[language]
    if deadline.impossible:
        return words["impossible"]
    said = [form_named(deadline.pattern).explain(deadline, language), _working(deadline, language)]
    said += [words[mark] for mark in ("tentative", "firm") if getattr(deadline, mark)]
    said += [words["also"].format(other=_shortly(other, language)) for other in deadline.alternatives]
    sentence = "; ".join(part for part in said if part)
    return sentence[:1].upper() + sentence[1:] + "." if sentence else ""


def _shortly(deadline: Deadline, language: Language) -> str:
    return form_named(deadline.pattern).explain(deadline, language)


def _working(deadline: Deadline, language: Language) -> str:
    due, words = deadline.due, _WORDS[language]
    if due is None:
        return ""
    working = with_working_date(deadline).working_date
    if working is None:
        return words["unverified"].format(year=due.year)
    if working == due:
        return ""
    off = days.holiday_name(due) or WEEKDAYS[language][due.weekday()]
    what = words["the_day"] if deadline.day else words["last"]
    weekday = WEEKDAYS[language][working.weekday()]
    date, by = short_date(due)[:5], short_date(working)[:5]
    return words["day_off"].format(what=what, date=date, off=off, weekday=weekday, working=by)

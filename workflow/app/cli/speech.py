"""What the command line says: the chosen language, and days, windows and numbers as Norwegians write them."""

from __future__ import annotations

import datetime as dt
import gettext
import os
from contextvars import ContextVar

from calendars.zone import OSLO
from workflow.language import LOCALE_DIR, N_, translator
from workflow.refusals import Refusal

_language: ContextVar[str] = ContextVar("language", default="nb")

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def use_language(language: str) -> None:
    """Choose the language of everything said from here on, click's own sentences included."""
    _language.set(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("click", str(LOCALE_DIR))
    gettext.textdomain("click")


def language() -> str:
    """Give the chosen language."""
    return _language.get()


def say(msgid: str, **facts: object) -> str:
    """Give a text in the chosen language, filled with the facts."""
    text = translator(language()).gettext(msgid) if msgid else ""
    return text.format(**facts) if facts else text


def say_count(one: str, many: str, count: int, **facts: object) -> str:
    """Give a text that counts something, in the chosen language."""
    return translator(language()).ngettext(one, many, count).format(count=count, **facts)


def refused(refusal: Refusal) -> str:
    """Give the sentence of a refusal in the chosen language."""
    facts = {name: day(fact) if isinstance(fact, dt.date) else fact for name, fact in refusal.facts.items()}
    return translator(language()).gettext(refusal.message).format(**facts)


def day(value: dt.date | None) -> str:
    """Write a day as 01.10.2026; nothing for None."""
    return value.strftime("%d.%m.%Y") if value else ""


def weekday(value: dt.date) -> str:
    """Write a day with its weekday: «tor. 01.10.2026»."""
    return f"{say(WEEKDAYS[value.weekday()])} {day(value)}"


def moment(value: dt.datetime | None) -> str:
    """Write a moment in local time: «01.10.2026 kl. 14.05»; nothing for None."""
    return value.astimezone(OSLO).strftime("%d.%m.%Y kl. %H.%M") if value else ""

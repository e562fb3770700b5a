"""The recipient's language: texts, counts, and days as they are written in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from calendars.ical.entry import Language
from workflow.language import MAIL_LANGUAGES, translator

_NORWEGIAN_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_MONTHS: Mapping[str, tuple[str, ...]] = {
    "nb": _NORWEGIAN_MONTHS,
    "nn": _NORWEGIAN_MONTHS,
    "en": _ENGLISH_MONTHS,
}
_WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


class Speech:
    """Says things in one language; a person whose language we lack is spoken to in bokmål."""

    def __init__(self, language: str) -> None:
        """Choose the language."""
        self.language = language if language in MAIL_LANGUAGES else "nb"
        self._texts = translator(self.language)

    @property
    def norwegian(self) -> Language:
        """The Norwegian that calendars are written in; English readers get bokmål."""
        return "nn" if self.language == "nn" else "nb"

    def __call__(self, msgid: str, **facts: object) -> str:
        """Give a text, filled with the facts."""
        text = self._texts.gettext(msgid) if msgid else ""
        return text.format(**facts) if facts else text

    def count(self, one: str, many: str, count: int, **facts: object) -> str:
        """Give a text that counts something."""
        return self._texts.ngettext(one, many, count).format(count=count, **facts)

    def day(self, day: dt.date) -> str:
        """Write a day out: «fredag 15. mars 2026», «Friday 15 March 2026»."""
        full_stop = "" if self.language == "en" else "."
        weekday, month = _WEEKDAYS[self.language][day.weekday()], _MONTHS[self.language][day.month - 1]
        return f"{weekday} {day.day}{full_stop} {month} {day.year}"

    def hours(self, starts: dt.time | None, ends: dt.time | None) -> str:
        """Write clock times: «kl. 12.00–13.30», «12:00–13:30»; «» without a start."""
        form = "%H:%M" if self.language == "en" else "%H.%M"
        hours = "–".join(each.strftime(form) for each in (starts, ends) if each is not None)
        return f"kl. {hours}" if starts is not None and self.language != "en" else hours

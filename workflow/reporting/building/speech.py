"""How a report speaks: its language, and days, deadlines and numbers as Norwegians write them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from calendars.catalogue import form_names
from calendars.language import write
from calendars.zone import OSLO
from events.vocabulary.values import DeadlineFact
from projections.engine.duty.awaiting import AWAITED
from projections.engine.duty.letters import Letter
from workflow.duty.deadlines import deadline_of
from workflow.language import N_, translator

CHANNELS = {
    "allocation_letter": N_("Allocation letter"),
    "supplementary_letter": N_("Supplementary letter"),
    "assignment_letter": N_("Assignment letter"),
    "instruction": N_("Instruction"),
    "email": N_("E-mail"),
    "oral": N_("Given orally"),
    "letter": N_("Letter"),
    "meeting": N_("Given in a meeting"),
}
TO_BE_SET = AWAITED | {"to_be_clarified"}
_DAY_OF_WHICH = N_("of {day}")


@dataclass(frozen=True, slots=True)
class Speech:
    """Says texts of the catalogue in one language."""

    language: str

    def say(self, msgid: str, **facts: object) -> str:
        """Give a text, filled with the facts."""
        text = translator(self.language).gettext(msgid) if msgid else ""
        return text.format(**facts) if facts else text

    def count(self, one: str, many: str, count: int, **facts: object) -> str:
        """Give a text that counts something: «3 frister er flyttet», «Ingen frister er flyttet»."""
        text = translator(self.language).ngettext(one, many, count)
        said = number(count) if count else self.say(N_("no (none)"))
        written = text.format(count=said, **facts)
        return written[:1].upper() + written[1:] if text.startswith("{count}") and not count else written

    def when(self, deadline: DeadlineFact | None) -> str:
        """Write when something is due: the day, the first and last day, or the words where there is none."""
        if deadline is None:
            return ""
        if deadline.form == "date" and deadline.day:
            return day(deadline.day)
        if deadline.earliest and deadline.latest:
            return f"{day(deadline.earliest)}–{day(deadline.latest)}"
        if deadline.form == "open" and deadline.pattern in TO_BE_SET:
            return f"«{deadline.text}» ({self.say(N_('no day is set'))})" if deadline.text else ""
        return self.words(deadline)

    def words(self, deadline: DeadlineFact) -> str:
        """Write a deadline in words: our own for what recurs or is relative, else those of the source."""
        if deadline.form in ("rrule", "relative") and deadline.pattern in form_names():
            return write(deadline_of(deadline), "nn" if self.language == "nn" else "nb")
        return deadline.text

    def letter(self, letter: Letter) -> str:
        """Name a letter by what it is, its day and its case number."""
        kind = CHANNELS.get(letter.channel, N_("Letter"))
        named = f"{self.say(kind)} {letter.year}"
        if letter.dated_on:
            named += " " + self.say(_DAY_OF_WHICH, day=day(letter.dated_on))
        return f"{named} ({letter.case_reference})" if letter.case_reference else named

    def moment(self, at: dt.datetime) -> str:
        """Write a moment in Norwegian time: «20.01.2027 kl. 10.30»."""
        return f"{at.astimezone(OSLO):%d.%m.%Y kl. %H.%M}"

    def joined(self, parts: list[str]) -> str:
        """Join what is listed: «a, b og c»."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.say(N_('and'))} {parts[-1]}"


def day(value: dt.date | None) -> str:
    """Write a day as 01.10.2026; nothing for None."""
    return f"{value:%d.%m.%Y}" if value else ""


def number(value: float) -> str:
    """Write a number as Norwegians do: a space between thousands, a comma, a real minus."""
    whole = f"{value:,.1f}".removesuffix(".0")
    return whole.replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212")

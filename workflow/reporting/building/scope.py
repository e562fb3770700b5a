"""What every section is built from: order, history, what belongs to the period, how it is said."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from calendars.zone import OSLO
from events.vocabulary.values import DeadlineFact, Source
from projections.engine.duty.letters import Letter
from projections.engine.duty.state import Duty
from workflow.language import N_
from workflow.reporting.building.belonging import belongs
from workflow.reporting.building.order import Order
from workflow.reporting.building.outcome import Owed, owed_of
from workflow.reporting.building.speech import CHANNELS, Speech
from workflow.reporting.history import Followed, History
from workflow.reporting.references import known_reference

ASSIGNMENTS = ("assignment", "rd_assignment")
REPORTS = ("report", "input")
_NO_LETTER = (dt.date.max, "")
_ONLY_A_DAY = re.compile(r"\d\d\.\d\d\.\d{4}")
_NO_NUMBER = "\u2013"
_LINE_OF = N_("line {line}")
_PAGE_OF = N_("p. {page}")


@dataclass(frozen=True)
class Scope:
    """One report in the making. `duties` are those of the period, in the order of the letters."""

    order: Order
    history: History
    speech: Speech
    duties: tuple[Followed, ...]

    @property
    def today(self) -> dt.date:
        """Give the civil day of what is known."""
        return self.history.known_at.astimezone(OSLO).date()

    def of(self, *kinds: str) -> tuple[Followed, ...]:
        """Give the duties of these kinds; the series that only open reports are left out."""
        return tuple(each for each in self.duties if each.duty.kind in kinds and not each.duty.is_series)

    def owed(self, duties: tuple[Followed, ...]) -> tuple[Owed, ...]:
        """Give every part of the duties with what became of it."""
        return tuple(one for each in duties for one in owed_of(each, self.today))

    def counted(self) -> tuple[Owed, ...]:
        """Give what the numbers count: each part of every assignment, report and input of the period."""
        return self._counted

    @cached_property
    def _by_reference(self) -> dict[str, Duty]:
        """Find a duty that a source names, such as the meeting that a paper is for."""
        return {each.duty.reference: each.duty for each in self.history.duties.values()}

    @cached_property
    def _counted(self) -> tuple[Owed, ...]:
        return self.owed(self.of(*ASSIGNMENTS, *REPORTS))

    def hides(self, duty: Duty) -> bool:
        """Tell whether the duty is shown by its reference only (offentleglova section 15)."""
        return duty.shielded and not self.order.shielded

    def title(self, duty: Duty) -> str:
        """Give the letter's words for a duty."""
        return self.free(duty, duty.title)

    def free(self, duty: Duty, text: str) -> str:
        """Give what was written about a duty, or that it is shielded."""
        return self.speech.say(N_("shielded")) if text and self.hides(duty) else text

    def when(self, duty: Duty, deadline: DeadlineFact | None) -> str:
        """Write when something is due; the words of what is shielded are left out."""
        said = self.speech.when(deadline)
        return said if deadline is None or deadline.due else self.free(duty, said)

    def person(self, id: str) -> str:
        """Give the name of who agreed or decided; who was erased is nobody in particular."""
        if id in self.history.erased:
            return self.speech.say(N_("erased person"))
        return self.history.names.get(id, id)

    def responsible(self, duty: Duty) -> str:
        """Give the unit that answers for a duty; the report names no employees."""
        if duty.unit:
            return self.history.names.get(duty.unit, duty.unit)
        return self.speech.say(N_("an owner without a unit")) if duty.owner else ""

    def named(self, duty: Duty, part: str = "") -> str:
        """Give the reference that people know, and the part; a dash where the letter has no number for it."""
        shown = known_reference(duty.reference, shielded=self.hides(duty))
        return " ".join(filter(None, (shown, self.free(duty, part)))) or _NO_NUMBER

    def called(self, duty: Duty, part: str = "") -> str:
        """Give the reference that people know, or the title where the letter has no number for it."""
        shown = known_reference(duty.reference, shielded=self.hides(duty))
        title = "" if shown and not _ONLY_A_DAY.fullmatch(shown) else self.title(duty)
        return " ".join(filter(None, (title, shown, self.free(duty, part))))

    def reference(self, duty: UUID | None) -> str:
        """Give what to call a duty by its id; nothing where there is none."""
        found = self.history.duties.get(duty) if duty else None
        return self.called(found.duty) if found else ""

    def origin(self, duty: Duty) -> str:
        """Say where a duty stands, or how it was given where that is all that is known."""
        channel = CHANNELS.get(duty.channel, "")
        return self.place(duty.sources[0]) or self.speech.say(channel)

    def place(self, source: Source) -> str:
        """Say where a fact stands: letter, page and line, or the written reference."""
        letter = self.history.letters.get(source.letter) if source.letter else None
        said = [self.speech.letter(letter)] if letter else []
        if source.reference:
            named = self._by_reference.get(source.reference)
            said.append(self.called(named) if named else source.reference)
        if source.mentions:
            first = source.mentions[0]
            if first.page:
                said.append(self.speech.say(_PAGE_OF, page=first.page))
            said.append(self.speech.say(_LINE_OF, line=first.line))
        return ", ".join(said)


def scope_of(order: Order, history: History) -> Scope:
    """Choose what belongs to the period of the order."""
    first, last = order.period
    chosen = [each for each in history.duties.values() if belongs(history, each, first, last)]
    chosen.sort(key=lambda each: place_in_letter(history, each.duty))
    return Scope(order, history, Speech(order.language), tuple(chosen))


def place_in_letter(history: History, duty: Duty) -> tuple[dt.date, str, int, str, str]:
    """Give where a duty stands: by letter, then by line; what no letter gave comes last."""
    source = duty.sources[0]
    letter: Letter | None = history.letters.get(source.letter) if source.letter else None
    line = min((each.line for each in source.mentions), default=0)
    named = (letter.dated_on or dt.date(letter.year, 1, 1), letter.name) if letter else _NO_LETTER
    return (*named, line, duty.reference, str(duty.id))

"""Who reads the page of a duty: what they may see, and what they may do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from calendars.zone import OSLO
from projections.engine.duty.state import Duty
from workflow.directory.line import Line
from workflow.notices.messages.speech import Speech


@dataclass(frozen=True, slots=True)
class DutyReader:
    """One person (opaque id) in front of one duty; `names` is what to call people and units."""

    duty: Duty
    person: str
    line: Line
    names: Mapping[str, str]
    speech: Speech

    @property
    def is_controller(self) -> bool:
        """Whether the reader keeps it all."""
        return self.person in self.line.controllers()

    @property
    def answers(self) -> bool:
        """Whether the reader answers for the duty, alone or for whoever does."""
        return self.person in (self.duty.owner, self.duty.deputy)

    @property
    def may_read(self) -> bool:
        """Whether the words are for the reader: what is shielded only for who answers, and who leads them."""
        if not self.duty.shielded or self.answers or self.is_controller:
            return True
        manager = self.line.manager_of_unit(self.duty.unit)
        leading = {*self.line.chain(self.duty.owner), manager, *self.line.chain(manager)}
        return bool(self.person) and self.person in leading

    def words(self, text: str) -> str:
        """Give words of the source or of a person, or none where they are not for the reader."""
        return text.strip() if self.may_read else ""

    def moment(self, at: dt.datetime) -> str:
        """Write a moment in local time: «fredag 15. mars 2026 kl. 12.00»."""
        local = at.astimezone(OSLO)
        return f"{self.speech.day(local.date())} {self.speech.hours(local.time(), None)}"

    def who(self, person: str) -> str:
        """Name a person or a unit."""
        return self.names.get(person, "") if person else ""

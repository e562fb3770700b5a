"""The reader of a mail: what they may see, what things are called to them, where they read more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from calendars.ical.text import clean, one_line
from calendars.zone import OSLO
from projections.engine.duty.state import Duty
from workflow.called import KINDS, STATES
from workflow.language import N_
from workflow.notices.draft import Draft
from workflow.notices.ladder import LeadDates
from workflow.notices.messages.references import shown_reference
from workflow.notices.messages.speech import Speech

Link = Callable[[UUID, str], str]
"""Gives the address at which a person (opaque id) reads a duty."""
Leads = Callable[[Duty, dt.date], LeadDates]
"""Gives the internal dates of a duty that has a working date."""

SHIELDED: Mapping[str, str] = {
    "assignment": N_("Shielded assignment"),
    "rd_assignment": N_("Shielded assignment"),
    "report": N_("Shielded report"),
    "input": N_("Shielded input"),
    "meeting": N_("Shielded meeting"),
    "standing_rule": N_("Shielded matter"),
}
_TITLE = 90


@dataclass(frozen=True, slots=True)
class Reader:
    """One draft, seen by its recipient in their language."""

    draft: Draft
    speech: Speech
    link_to: Link
    leads: Leads

    @property
    def today(self) -> dt.date:
        """The civil day in Norway on which the mail is written."""
        return self.draft.written_at.astimezone(OSLO).date()

    def may_read(self, duty: Duty) -> bool:
        """Tell whether the words of the source are for this reader."""
        return not duty.shielded or self.draft.recipient.id in (duty.owner, duty.deputy)

    def outside(self, duty: Duty) -> str:
        """Name the duty where others may see it: in a subject, a file, a list of unread mails."""
        if duty.shielded:
            return self.speech(SHIELDED.get(duty.kind, SHIELDED["standing_rule"]))
        return one_line(duty.title, _TITLE)

    def reference(self, duty: Duty) -> str:
        """Give the reference of the duty beside its name, «» where it has none that helps."""
        return shown_reference(duty.reference, shielded=duty.shielded)

    def key(self, duty: Duty) -> str:
        """Give what commands know the duty by; a reference may hold words of a title."""
        is_open = self.may_read(duty) or self.reference(duty) == one_line(duty.reference)
        return (one_line(duty.reference) if is_open else "") or str(duty.id)

    def name(self, duty: Duty) -> str:
        """Name the duty to this reader."""
        return one_line(duty.title, 200) if self.may_read(duty) else self.outside(duty)

    def words(self, duty: Duty, text: str) -> str:
        """Give words about a duty, or none where they are not for this reader."""
        return clean(text).strip() if self.may_read(duty) else ""

    def who(self, person: str) -> str:
        """Name a person or a unit."""
        return one_line(self.draft.names.get(person, "")) if person else ""

    def link(self, duty: Duty) -> str:
        """Give the address of the duty for this reader, «» for the ministry: the page is for the house."""
        if self.draft.recipient.role == "ministry":
            return ""
        return self.link_to(duty.id, self.draft.recipient.id)

    def kind(self, duty: Duty) -> str:
        """Give the word for the kind of duty."""
        return self.speech(KINDS.get(duty.kind, ""))

    def state(self, duty: Duty) -> str:
        """Give the word for the state of the duty."""
        return self.speech(STATES.get(duty.state, ""))

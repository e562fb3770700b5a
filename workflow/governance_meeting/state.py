"""What only a meeting remembers: arrangements, agenda, minutes, decisions, and who is invited."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from uuid import UUID


class Told(NamedTuple):
    """What an invitation says about when and where; another of it asks everyone again."""

    day: dt.date | None
    starts_at: dt.time | None
    ends_at: dt.time | None
    place: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What an attendee answered to the invitation of a sequence; `replied_at` is aware, UTC."""

    reply: str
    sequence: int
    replied_at: dt.datetime
    comment: str = ""

    def is_news_after(self, known: Answer) -> bool:
        """Tell whether it says something else, later (RFC 5546 section 2.1.5: sequence, then time)."""
        if (self.reply, self.sequence, self.comment) == (known.reply, known.sequence, known.comment):
            return False
        return self.sequence >= known.sequence and self.replied_at > known.replied_at

    def as_of(self, sequence: int, now: dt.datetime) -> Answer:
        """Give it as of now: no calendar answers what we have not asked, and no clock is ahead of ours."""
        return replace(self, sequence=min(self.sequence, sequence), replied_at=min(self.replied_at, now))


@dataclass(frozen=True, slots=True)
class Decision:
    """What the meeting decided; `duty` is the assignment that it became."""

    text: str
    duty: UUID | None = None


@dataclass(slots=True)
class Arrangements:
    """All that only a meeting has. `sequence` is that of the latest invitation or cancellation."""

    place: str = ""
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    agenda: str = ""
    agenda_settled_on: dt.date | None = None
    agenda_reference: str = ""
    minutes_drafted_on: dt.date | None = None
    minutes_reference: str = ""
    decisions: dict[int, Decision] = field(default_factory=dict)
    sequence: int = 0
    attendees: tuple[str, ...] = ()
    told: Told | None = None
    """What those who are invited were told last."""
    asked: dict[str, int] = field(default_factory=dict)
    """By person, the sequence that last asked for an answer."""
    answers: dict[str, Answer] = field(default_factory=dict)

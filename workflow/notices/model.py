"""A notice: one message about one step of one duty to one recipient."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID, uuid5

from workflow.identity import NAMESPACE


class Kind(StrEnum):
    """What a notice is about; a planner of its own for each (`workflow.notices.planning`)."""

    DEADLINE = "deadline"
    """A rung of the ladder of a deadline, before or after it."""
    MISSED = "missed"
    """A deadline passed undelivered: an alert."""
    DEVIATION = "deviation"
    """A person reported a deviation: an alert."""
    STRAKS = "straks"
    """A material deviation that the ministry has not been told of within a working day."""
    MEASURE = "measure"
    """A rung of the ladder of a corrective measure."""
    CHASE = "chase"
    """A deadline that is open, agreed or tentative: the ministry is to be asked."""
    ORAL = "oral"
    """Given orally, not yet in writing."""
    AGENDA = "agenda"
    """A meeting whose agenda is not settled a week before."""
    MINUTES = "minutes"
    """A meeting that was held, or should have been, without minutes."""
    DIGEST = "digest"
    """A person's week."""
    INVITATION = "invitation"
    """A meeting's invitation, update or cancellation (iMIP)."""


ALERTS = frozenset({Kind.MISSED, Kind.DEVIATION, Kind.STRAKS})
"""What goes at once, outside the hours in which reminders are sent and in quiet hours too."""


class SkipReason(StrEnum):
    """Why a notice that fell due was not sent."""

    OVERTAKEN = "overtaken"
    """A later step of the same duty fell due before it could be sent."""
    SAID_ALREADY = "said_already"
    """The same mail, or one of the same day, tells the recipient as much of the same duty."""
    NOBODY = "nobody"
    """There is nobody to send it to."""
    PAUSED = "paused"
    DELIVERED = "delivered"
    ENDED = "ended"
    """Withdrawn, cancelled or carried over since it was raised."""
    MOVED = "moved"
    """The deadline has another version since it was raised."""
    SETTLED = "settled"
    """What it asks for was done since it was raised."""
    NO_ADDRESS = "no_address"
    """The recipient has left the directory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What makes a notice the one it is. Every field is a part of its identity but the last two.

    `subject` is the part of the duty for a deadline, a deviation's id, «deviation/number» for a
    measure, «» for the whole duty. `version` is the deadline's number, a measure's version, an
    invitation's sequence, or the ISO week of a digest. `step` says which one of its kind («-10»,
    «+3», «alert», «2»). `role` is whom the step is for: owner, manager, director, controller,
    measure, attendee. `recipient` and `instead_of` are opaque person ids.
    """

    kind: Kind
    duty: UUID | None
    subject: str
    version: str
    step: str
    role: str
    recipient: str
    due_on: dt.date
    """The working day on which it falls due."""
    instead_of: str = ""
    """The absent person whose deputy the recipient is."""

    @property
    def place(self) -> tuple[str, str, str, str, str, str]:
        """What is said once, whoever it goes to: the notice without its recipient.

        Controllers, attendees and readers of a digest are several, so there each is a place.
        """
        person = self.recipient if self.role in ("controller", "attendee", "reader") else ""
        return f"{self.kind}|{self.duty or ''}", self.subject, self.version, self.step, self.role, person

    def id(self, agency: str) -> UUID:
        """Give the id of its stream, so that the store itself refuses to raise it twice."""
        return uuid5(NAMESPACE, "|".join(("notice", agency, *self.place)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A notice that falls due on its day, not before a clock time (Europe/Oslo)."""

    notice: Notice
    not_before: dt.time
    skip: SkipReason | None = None
    """Known beforehand: it will be skipped, and why."""

    @property
    def is_urgent(self) -> bool:
        """Whether it goes at once, outside the hours in which reminders are sent."""
        return self.notice.kind in ALERTS

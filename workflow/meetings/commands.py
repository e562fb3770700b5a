"""What a person may ask of a meeting beyond what may be asked of any duty."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from workflow.governance_meeting.state import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeMeeting:
    """Say where it is held, and between which times of its day (Europe/Oslo)."""

    meeting: UUID
    place: str
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleAgenda:
    """Say what is on the agenda; today when no day is given."""

    meeting: UUID
    agenda: str
    settled_on: dt.date | None = None
    reference: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMinutes:
    """Say that the minutes were drafted and sent for approval; today when no day is given."""

    meeting: UUID
    drafted_on: dt.date | None = None
    reference: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The assignment that a decision becomes; owner and unit are ids, `words` its deadline, «» for none."""

    title: str
    words: str = ""
    owner: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision:
    """Record what a meeting decided, and give the assignment that it became."""

    meeting: UUID
    text: str
    task: Task | None = None
    source: str = ""
    """Where it says so; the minutes' own reference when empty."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPaper:
    """Ask for a paper to a meeting: a duty of its own, due as `words` count from the meeting."""

    meeting: UUID
    title: str
    words: str
    owner: str = ""
    unit: str = ""
    source: str = ""
    """Where it says so; the meeting itself when empty."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TieDeadline:
    """Hang a deadline on a meeting, as `words` count from it («» takes the words that it has)."""

    duty: UUID
    part: str = ""
    meeting: UUID
    words: str = ""
    reason: str
    source: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeeting:
    """Move a meeting, with what is counted from its day; changes nothing until `plan` names the plan.

    Without `plan` the plan is made and given as a fact of the outcome. `keep` are duties that
    stay where they are.
    """

    meeting: UUID
    words: str
    reason: str
    source: str
    agreed_on: dt.date | None = None
    keep: frozenset[UUID] = frozenset()
    plan: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteAttendees:
    """Invite people (ids) to a meeting."""

    meeting: UUID
    people: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UninviteAttendees:
    """Take the invitation back from people (ids)."""

    meeting: UUID
    people: tuple[str, ...]
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReplies:
    """Take in answers to the invitations of a meeting, by person (id), in the order they were given."""

    meeting: UUID
    answers: tuple[tuple[str, Answer], ...] = field(default=())
    by: str

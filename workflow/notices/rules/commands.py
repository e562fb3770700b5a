"""What may be asked about the rules for notices."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from workflow.notices.ladder import Ladder, LeadTimes


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLadder:
    """Let these steps hold for a kind of duty («» is every kind, «measure» the measures) or for one duty."""

    kind: str = ""
    duty: UUID | None = None
    steps: Ladder
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsetLadder:
    """Go back to what holds without the ladder of the kind or duty."""

    kind: str = ""
    duty: UUID | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLeadTimes:
    """Let these internal lead times hold for a kind of duty («» is every kind) or for one duty."""

    kind: str = ""
    duty: UUID | None = None
    leads: LeadTimes
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseNotices:
    """Send no reminders about a duty, or to a person, until a day, that day included; alerts still come."""

    duty: UUID | None = None
    person: str = ""
    until: dt.date
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeNotices:
    """Send reminders again."""

    duty: UUID | None = None
    person: str = ""
    by: str

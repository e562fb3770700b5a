"""What a person may ask of a duty; `duty` is an assignment, a report, a meeting or a series."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDeadline:
    """Give a part its deadline: a new part, or one whose deadline was open or tentative.

    `words` is any form of deadline («01.10.2026», «medio mai»); `source` is the case reference.
    """

    duty: UUID
    part: str = ""
    words: str
    source: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeDeadline:
    """Move a part's deadline to what `words` say; the earlier ones stay visible."""

    duty: UUID
    part: str = ""
    words: str
    reason: str
    source: str
    agreed_on: dt.date | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropDeadline:
    """Take a part's deadline away, because its source took it back."""

    duty: UUID
    part: str = ""
    reason: str
    source: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignOwner:
    """Say who answers for it: a person, a unit, or both, by id; both empty takes them away."""

    duty: UUID
    owner: str = ""
    unit: str = ""
    effective_on: dt.date | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartDuty:
    """Say that work has begun; today when no day is given."""

    duty: UUID
    started_on: dt.date | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverDuty:
    """Say that a part, or the whole where it has no parts, was handed over."""

    duty: UUID
    part: str = ""
    delivered_on: dt.date | None = None
    reference: str = ""
    delivered_by: str = ""
    """Who handed it over, by id; `by` is who writes it down."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnDelivery:
    """Say that the ministry sent a delivery back."""

    duty: UUID
    part: str = ""
    returned_on: dt.date | None = None
    reason: str
    reference: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptDelivery:
    """Say that the ministry accepted what was delivered."""

    duty: UUID
    accepted_on: dt.date | None = None
    reference: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDuty:
    """Let it lapse; `reference` is the ministry's approval and is required."""

    duty: UUID
    reason: str
    reference: str
    withdrawn_on: dt.date | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictAccess:
    """Shield the title: it leaves in no feed and no mail."""

    duty: UUID
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAccess:
    """Take the shield away."""

    duty: UUID
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOver:
    """Let it live on under the next letter: as the duty `to`, or under the reference of a letter.

    A series ends, and so does what recurs in the duty: the next letter gives its own rhythm. Open
    deviations stay open.
    """

    duty: UUID
    to: UUID | None = None
    reason: str
    reference: str = ""
    carried_on: dt.date | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenDuty:
    """Take up again what was withdrawn, carried over, delivered or accepted.

    `part` is what was not good enough; without it, of what was delivered, every part.
    """

    duty: UUID
    part: str = ""
    reason: str
    reference: str = ""
    reopened_on: dt.date | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignDeputy:
    """Say who stands in for the owner, by id; empty takes the deputy away."""

    duty: UUID
    deputy: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """Write something down about a duty or a series."""

    duty: UUID
    comment: str
    by: str

"""What a person may do with a deviation; `deviation` is its id or number, None the only open one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from workflow.duty.deviating import Which


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeasure:
    """A corrective measure: what, who (by id; nobody means the owner), by when in readable words."""

    what: str
    due: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDeviation:
    """Report a deviation; where the clock opened one of this part, it is that one that is described."""

    duty: UUID
    part: str = ""
    discovered_on: dt.date | None = None
    cause: str
    consequence: str
    material: bool = False
    measures: tuple[NewMeasure, ...] = ()
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeDeviation:
    """Give a deviation better words or another weight; None leaves what is said."""

    duty: UUID
    deviation: Which = None
    cause: str | None = None
    consequence: str | None = None
    material: bool | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeMeasure:
    """Propose one more measure."""

    duty: UUID
    deviation: Which = None
    measure: NewMeasure
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeasure:
    """Give a measure another day, in readable words."""

    duty: UUID
    deviation: Which = None
    number: int
    due: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteMeasure:
    """Say that a measure was carried out."""

    duty: UUID
    deviation: Which = None
    number: int
    completed_on: dt.date | None = None
    result: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropMeasure:
    """Say that a measure will not be carried out."""

    duty: UUID
    deviation: Which = None
    number: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TellMinistry:
    """Say that the ministry was told: when, how («e-post», «møte»), and under which reference."""

    duty: UUID
    deviation: Which = None
    told_on: dt.date | None = None
    how: str
    reference: str = ""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDeviation:
    """Close a deviation with its result."""

    duty: UUID
    deviation: Which = None
    closed_on: dt.date | None = None
    result: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMissedDeadlines:
    """What the clock asks: open a deviation for each deadline that has passed undelivered.

    Repeating it changes nothing.
    """

    by: str

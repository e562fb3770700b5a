"""The shapes of a deviation (avvik): found, described, measured, told of, closed."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from events.vocabulary.base import Event
from events.vocabulary.values import DeadlineFact, Value


class Measure(Value):
    """A corrective measure: what, who (opaque person id), and by when; numbered within its deviation."""

    number: int
    what: str
    who: str
    due: dt.date
    working_date: dt.date


class DeadlineMissed(Event):
    """The clock saw a deadline pass undelivered; this opens a deviation that a person describes."""

    deviation: UUID
    part: str
    deadline_version: int
    """Which version of the part's deadline passed, counted from 1."""
    deadline: DeadlineFact
    missed_on: dt.date
    """The first day on which it was too late."""


class DeviationReported(Event):
    """A person reports that the duty is not, or will not be, met as it should."""

    deviation: UUID
    part: str
    discovered_on: dt.date
    cause: str
    consequence: str
    material: bool
    """Material (vesentlig): the ministry is to be told at once."""
    measures: tuple[Measure, ...] = ()


class DeviationDescribed(Event):
    """A deviation got its cause, consequence or weight, or better words for them."""

    deviation: UUID
    cause: str
    consequence: str
    material: bool


class MeasureProposed(Event):
    """One more corrective measure."""

    deviation: UUID
    measure: Measure


class MeasureMoved(Event):
    """A measure got another day."""

    deviation: UUID
    number: int
    due: dt.date
    working_date: dt.date
    reason: str


class MeasureCompleted(Event):
    """A measure was carried out."""

    deviation: UUID
    number: int
    completed_on: dt.date
    result: str = ""


class MeasureDropped(Event):
    """A measure will not be carried out."""

    deviation: UUID
    number: int
    reason: str


class MinistryTold(Event):
    """The ministry was told of the deviation: when, how, and under which reference."""

    deviation: UUID
    told_on: dt.date
    how: str
    reference: str = ""


class DeviationClosed(Event):
    """The deviation is over; the duty is where it was before it."""

    deviation: UUID
    closed_on: dt.date
    result: str

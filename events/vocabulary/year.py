"""The stream of one agency's year: closed when all is decided, reopened where something was not."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import UUID

from events.vocabulary.base import Event, FirstEvent


class YearOpened(FirstEvent):
    """The year is kept as one."""

    TOPIC: ClassVar[str] = "year.opened"

    agency: str
    year: int


class YearTextWritten(Event):
    """A person wrote what the trail cannot say, for one place of a report; «» takes it away."""

    TOPIC: ClassVar[str] = "year.text-written"

    report: str
    """year · half-year."""
    place: str
    """The key of the section of the report."""
    text: str


class DemandTicked(Event):
    """The report meets a demand on its content that a letter makes; `where` says in which chapter."""

    TOPIC: ClassVar[str] = "year.demand-ticked"

    letter: UUID
    demand: str
    """The demand's key in the reading of the letter."""
    where: str


class DemandUnticked(Event):
    """It does not meet it after all."""

    TOPIC: ClassVar[str] = "year.demand-unticked"

    letter: UUID
    demand: str
    reason: str


class YearClosed(Event):
    """All was decided, and the trail sealed with a checkpoint."""

    TOPIC: ClassVar[str] = "year.closed"

    closed_on: dt.date
    checkpoint: str
    """The digest of the checkpoint (`events.ledger.checkpoint`)."""
    carried: tuple[UUID, ...] = ()
    """The duties that were carried over with it."""


class YearReopened(Event):
    """Something in a closed year is to be changed after all."""

    TOPIC: ClassVar[str] = "year.reopened"

    reason: str
    reference: str = ""

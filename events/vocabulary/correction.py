"""The shapes of what mends a mistake: a new fact beside the wrong one, which stays in the trail."""

from __future__ import annotations

import datetime as dt

from events.vocabulary.base import Event
from events.vocabulary.values import DeadlineFact, Source


class DeadlineCorrected(Event):
    """The deadline was written down wrongly; it was never moved, and nobody agreed to anything."""

    part: str
    deadline: DeadlineFact
    reason: str
    source: Source


class DeliveryCorrected(Event):
    """A delivery was written down wrongly: another day or reference, or (None) it was no delivery."""

    part: str
    delivered_on: dt.date | None
    reference: str = ""
    reason: str


class AcceptanceCorrected(Event):
    """An acceptance was written down wrongly: another day or reference, or (None) it was none."""

    accepted_on: dt.date | None
    reference: str = ""
    reason: str

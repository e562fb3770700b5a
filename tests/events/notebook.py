"""An aggregate and its events, for tests of the store."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from eventsourcing.domain import BaseAggregate
from eventsourcing.utils import register_topic

from events.vocabulary.base import Event
from events.vocabulary.letter import LetterConfirmed, LetterRegistered

NOW = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)


class Notebook(BaseAggregate[UUID]):
    """An aggregate that keeps what it was told."""

    TOPIC = "test.notebook"
    told: list[Event]

    def __init__(self) -> None:
        """Begin empty."""
        self.told = []

    def evolve(self, event: Event) -> None:
        """Keep the event."""
        self.told.append(event)


register_topic(Notebook.TOPIC, Notebook)


def registered(letter: UUID) -> LetterRegistered:
    """Give the first event of a letter."""
    return LetterRegistered(
        originator_id=letter,
        originator_version=1,
        timestamp=NOW,
        by="p-1",
        originator_topic=Notebook.TOPIC,
        agency="a-1",
        name="brev.txt",
        sha256="0" * 64,
        year=2026,
        channel="allocation_letter",
        dated_on=dt.date(2025, 12, 19),
    )


def confirmed(letter: UUID, version: int) -> LetterConfirmed:
    """Give a later event of a letter."""
    return LetterConfirmed(
        originator_id=letter,
        originator_version=version,
        timestamp=NOW,
        by="p-2",
        accepted=version,
        amended=0,
        rejected=0,
    )

"""The stream of one look at the trail."""

from __future__ import annotations

from typing import Self
from uuid import UUID, uuid5

from eventsourcing.domain import BaseAggregate

from events.vocabulary.base import Event
from events.vocabulary.trail import TrailConsulted
from workflow.duty.state import Stamp
from workflow.identity import NAMESPACE
from workflow.trail.commands import ConsultTrail


class Consultation(BaseAggregate[UUID]):
    """One look: it is recorded, and nothing ever happens to it."""

    TOPIC = "consultation"

    def evolve(self, event: Event) -> None:
        """Take the one event into a state that nobody asks for."""
        assert isinstance(event, TrailConsulted)

    @classmethod
    def record(cls, asked: ConsultTrail, stamp: Stamp, after: int) -> Self:
        """Record a look that was made when the newest event was `after`; two looks never are the same."""
        name = f"consulted|{after}|{stamp.timestamp.isoformat()}|{asked.by}|{asked.what}|{asked.subject}"
        told = {"what": asked.what, "subject": asked.subject}
        return cls._create(TrailConsulted, id=uuid5(NAMESPACE, name), **told, **stamp.fields)

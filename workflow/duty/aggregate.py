"""A duty decides: what is refused is refused here, and what is not becomes one event."""

from __future__ import annotations

from events.vocabulary.base import Event
from workflow.duty.answering import Answering
from workflow.duty.correcting import Correcting
from workflow.duty.dates import Dates
from workflow.duty.delivering import Delivering
from workflow.duty.dialogue import Dialogue
from workflow.duty.evolving import EVOLVING
from workflow.duty.life import Life
from workflow.duty.measuring import Measuring
from workflow.evolution import evolver

_evolve = evolver(EVOLVING)


class Duty(Life, Answering, Dates, Delivering, Dialogue, Correcting, Measuring):
    """What an assignment, a report and a meeting have in common: every decision, each in its own file."""

    def evolve(self, event: Event) -> None:
        """Take an event into the state."""
        _evolve(self, event)

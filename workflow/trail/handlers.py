"""From a command about the trail to the stream that keeps it."""

from __future__ import annotations

from workflow.duty.state import Stamp
from workflow.loading import save
from workflow.trail.commands import ConsultTrail
from workflow.trail.consultation import Consultation
from workflow.work import Outcome, Work


def consult(command: ConsultTrail, work: Work) -> Outcome:
    """Record the look."""
    look = Consultation.record(command, Stamp(work.now, command.by), work.store.last_position())
    return save(work, look)

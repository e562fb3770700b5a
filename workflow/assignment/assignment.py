"""An assignment (oppdrag, FoU-oppdrag, standing rule): delivered when its parts are."""

from __future__ import annotations

from events.vocabulary import assignment as told
from workflow.duty.aggregate import Duty
from workflow.duty.stream import stream_of


class Assignment(Duty):
    """An assignment (oppdrag, FoU-oppdrag, standing rule): delivered when its parts are."""

    TOPIC = "assignment"
    STREAM = stream_of(told)

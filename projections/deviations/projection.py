"""Deviations follow the events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from events.store.application import Recorded
from projections.deviations.tables import deviation_duties, deviation_measures, deviations
from projections.engine.duty import touching
from projections.engine.duty.state import Deviation, Duty, Measure, to_bytes
from projections.engine.rows import assign


class Deviations:
    """Every deviation with its measures, as the last event left it."""

    name = "deviations"
    version = 1
    tables = (deviation_duties, deviations, deviation_measures)

    def apply(self, connection: Connection, batch: Sequence[Recorded]) -> None:
        """Assign the rows of every duty that the batch touches; no deviation ever goes away."""
        found = touching.sort(batch)
        duties = touching.touched(connection, deviation_duties, found).values()
        assign(connection, deviation_duties, [{"id": duty.id, "record": to_bytes(duty)} for duty in duties])
        found_in = [
            (duty, number, each)
            for duty in duties
            for number, each in enumerate(duty.deviations.values(), start=1)
        ]
        assign(connection, deviations, [_row(*each) for each in found_in])
        measures = [_measure(each, measure) for _, _, each in found_in for measure in each.measures.values()]
        assign(connection, deviation_measures, measures)


def _row(duty: Duty, number: int, deviation: Deviation) -> dict[str, Any]:
    about_duty = ("reference", "kind", "title", "goal", "state", "owner", "unit", "shielded")
    told = [name for name in Deviation.__slots__ if name != "measures"]
    return {
        "duty": duty.id,
        "number": number,
        **{name: getattr(duty, name) for name in about_duty},
        **{name: getattr(deviation, name) for name in told},
    }


def _measure(deviation: Deviation, measure: Measure) -> dict[str, Any]:
    told = [name for name in Measure.__slots__ if name != "recorded_at"]
    return {"deviation": deviation.id, **{name: getattr(measure, name) for name in told}}

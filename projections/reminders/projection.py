"""What notices are planned from follows the events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from events.store.application import Recorded
from projections.engine.duty import touching
from projections.engine.duty.state import Duty, to_bytes
from projections.engine.rows import assign, replace
from projections.reminders.tables import reminder_anchors, reminder_duties


class Reminders:
    """Every duty, and whether something may still have to be said about it."""

    name = "reminders"
    version = 1
    tables = (reminder_duties, reminder_anchors)

    def apply(self, connection: Connection, batch: Sequence[Recorded]) -> None:
        """Assign the rows of every duty that the batch touches."""
        found = touching.sort(batch)
        duties = touching.touched(connection, reminder_duties, found).values()
        assign(connection, reminder_duties, [_row(duty) for duty in duties])
        anchored = [
            {"duty": duty.id, "part": part, "meeting": meeting}
            for duty in duties
            for part, meeting in _anchors(duty)
        ]
        replace(connection, reminder_anchors, reminder_anchors.c.duty, found.earlier, anchored)


def _row(duty: Duty) -> dict[str, Any]:
    days = sorted(_unmet(duty))
    return {
        "id": duty.id,
        "record": to_bytes(duty),
        "is_open": _is_open(duty),
        "owner": duty.owner,
        "deputy": duty.deputy,
        "next_due": days[0] if days else None,
        "last_due": days[-1] if days else None,
    }


def _is_open(duty: Duty) -> bool:
    """Tell whether anything about it can still fall due.

    A deviation outlives the delivery; whoever was invited to a meeting must hear of its end.
    """
    if duty.meeting is not None and duty.meeting.sequence:
        return True
    if duty.has_ended:
        return False
    if any(each.closed_on is None or _open_measures(each.measures) for each in duty.deviations.values()):
        return True
    return duty.state != "accepted" and not (duty.is_series and duty.occurrences)


def _open_measures(measures: dict[int, Any]) -> bool:
    return any(measure.is_open for measure in measures.values())


def _unmet(duty: Duty) -> Iterator[dt.date]:
    """Give the stated days of what is not met."""
    if duty.has_ended:
        return
    for part in duty.parts.values():
        stated = part.current
        unmet = not part.dropped and part.delivered_on is None and duty.state != "accepted"
        if unmet and stated is not None and stated.due is not None and not stated.impossible:
            yield stated.due
    for deviation in duty.deviations.values():
        yield from (measure.due for measure in deviation.measures.values() if measure.is_open)


def _anchors(duty: Duty) -> Iterator[tuple[str, UUID]]:
    """Give the parts whose deadline hangs on a meeting, delivered or not."""
    if duty.has_ended:
        return
    for part in duty.parts.values():
        meeting = part.current.anchored_to if part.current is not None and not part.dropped else None
        if meeting is not None:
            yield part.part, meeting

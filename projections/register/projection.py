"""The register follows the events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from events.store.application import Recorded
from projections.engine.duty import letters, touching
from projections.engine.duty.state import Duty, Part, to_bytes
from projections.engine.rows import assign
from projections.register.tables import register_duties, register_letters, register_sources


class Register:
    """Every duty, as the last event left it."""

    name = "register"
    version = 2
    tables = (register_letters, register_duties, register_sources)

    def apply(self, connection: Connection, batch: Sequence[Recorded]) -> None:
        """Assign the row of every duty that the batch touches."""
        found = touching.sort(batch)
        letters.keep(connection, register_letters, found.letters)
        duties = touching.touched(connection, register_duties, found).values()
        assign(connection, register_duties, [_row(duty) for duty in duties])
        assign(connection, register_sources, [row for duty in duties for row in _sources(duty)])


def _row(duty: Duty) -> dict[str, Any]:
    return {
        "id": duty.id,
        "record": to_bytes(duty),
        "reference": duty.reference,
        "reference_folded": duty.reference.casefold(),
        "stream": duty.stream,
        "kind": duty.kind,
        "state": duty.state,
        "goal": duty.goal,
        "owner": duty.owner,
        "unit": duty.unit,
        "parent": duty.parent,
        "has_day": bool(duty.occurrences) or any(_day(part) for part in duty.parts.values()),
        "next_due": _next_due(duty),
        "words": _words(duty),
    }


def _day(part: Part) -> dt.date | None:
    """Give the stated day of a part that still stands."""
    return part.current.due if part.current is not None and not part.dropped else None


def _next_due(duty: Duty) -> dt.date | None:
    """Give the earliest stated day of what is left to deliver."""
    if duty.has_ended or duty.state == "accepted":
        return None
    left = (part for part in duty.parts.values() if part.delivered_on is None)
    return min((day for part in left if (day := _day(part)) is not None), default=None)


def _words(duty: Duty) -> str:
    """Give what a search for text looks in, folded so that Å finds å."""
    texts = [duty.reference, duty.title, duty.raw_title, duty.owed_to, duty.led_by, *duty.parts]
    texts += [part.current.text for part in duty.parts.values() if part.current is not None]
    return "\n".join(text for text in texts if text).casefold()


def _sources(duty: Duty) -> list[dict[str, Any]]:
    found = {source.letter for source in duty.sources if source.letter is not None}
    return [{"duty": duty.id, "letter": letter} for letter in sorted(found)]

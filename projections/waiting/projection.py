"""What is waited for follows the events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from events.store.application import Recorded
from projections.engine.duty import touching
from projections.engine.duty.state import Duty, to_bytes
from projections.engine.rows import assign, replace
from projections.waiting.items import Item, items
from projections.waiting.tables import waiting_duties, waiting_items


class Waiting:
    """What each duty waits for from the ministry."""

    name = "waiting"
    version = 1
    tables = (waiting_duties, waiting_items)

    def apply(self, connection: Connection, batch: Sequence[Recorded]) -> None:
        """Assign the rows of every duty that the batch touches."""
        found = touching.sort(batch)
        duties = touching.touched(connection, waiting_duties, found).values()
        assign(connection, waiting_duties, [{"id": duty.id, "record": to_bytes(duty)} for duty in duties])
        rows = [_row(duty, item) for duty in duties for item in items(duty)]
        replace(connection, waiting_items, waiting_items.c.duty, found.earlier, rows)


def _row(duty: Duty, item: Item) -> dict[str, Any]:
    about_duty = ("reference", "kind", "title", "owner", "unit", "shielded")
    return {
        "duty": duty.id,
        **{name: getattr(duty, name) for name in about_duty},
        "waiting_for": str(item.waiting_for),
        "part": item.part,
        "subject": item.subject,
        "since": item.since,
        "asked_on": max(item.asked, default=None),
        "times_asked": len(item.asked),
        "words": item.words,
        "due": item.due,
    }

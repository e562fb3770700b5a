"""What falls due follows the events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from events.store.application import Recorded
from events.vocabulary.values import DeadlineFact
from projections.due.tables import due_duties, due_parts
from projections.engine.duty import touching
from projections.engine.duty.state import Duty, Part, to_bytes
from projections.engine.rows import assign, replace

_NO_DEADLINE = DeadlineFact(text="", form="open")


class Due:
    """Each part's current deadline, and whether it is met."""

    name = "due"
    version = 2
    tables = (due_duties, due_parts)

    def apply(self, connection: Connection, batch: Sequence[Recorded]) -> None:
        """Assign the rows of every duty that the batch touches."""
        found = touching.sort(batch)
        duties = touching.touched(connection, due_duties, found).values()
        assign(connection, due_duties, [{"id": duty.id, "record": to_bytes(duty)} for duty in duties])
        rows = [_row(duty, part) for duty in duties for part in _parts(duty)]
        replace(connection, due_parts, due_parts.c.duty, found.earlier, rows)


def _parts(duty: Duty) -> list[Part]:
    """Give the parts to follow; a series only as long as it has opened no report of its own."""
    if duty.is_series and duty.occurrences:
        return []
    return list(duty.parts.values()) or [Part("", delivered_on=duty.delivered_on)]


def _row(duty: Duty, part: Part) -> dict[str, Any]:
    deadline = part.current or _NO_DEADLINE
    return {
        **_about_duty(duty),
        **_about_deadline(duty, deadline),
        "part": part.part,
        "first_due": part.first.due if part.first is not None else None,
        "moved": max(len(part.history) - 1, 0),
        "corrected": bool(part.history) and part.history[-1].number > len(part.history),
        "dropped": part.dropped,
        "delivered_on": part.delivered_on,
    }


def _about_duty(duty: Duty) -> dict[str, Any]:
    return {
        "duty": duty.id,
        "stream": duty.stream,
        "reference": duty.reference,
        "kind": duty.kind,
        "title": duty.title,
        "goal": duty.goal,
        "state": duty.state,
        "owner": duty.owner,
        "unit": duty.unit,
        "shielded": duty.shielded,
        "parent": duty.parent,
    }


def _about_deadline(duty: Duty, deadline: DeadlineFact) -> dict[str, Any]:
    has_day = deadline.due is not None and not deadline.impossible
    starts_at, ends_at = duty.hours(deadline)
    return {
        "form": deadline.form,
        "words": deadline.text,
        "anchor": deadline.anchor,
        "rrule": deadline.rrule,
        "first_day": (deadline.day or deadline.earliest or deadline.latest) if has_day else None,
        "due": deadline.due if has_day else None,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "working_date": deadline.working_date if has_day else None,
        "tentative": deadline.tentative,
        "firm": deadline.firm,
        "impossible": deadline.impossible,
        "explanation": deadline.explanation,
    }

"""Questions that the planner of notices asks about duties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, select

from projections.engine.duty.state import Duty, from_bytes
from projections.reminders.tables import reminder_anchors, reminder_duties

_row, _anchor = reminder_duties.c, reminder_anchors.c
REMEMBERED = 4096
"""How many duties are kept in memory; whoever gets one only looks at it, and never changes it."""


def open_duties(connection: Connection, ids: Iterable[UUID] | None = None) -> list[Duty]:
    """Give the duties about which something may still have to be said, all or among `ids`, by id."""
    among = [] if ids is None else [_row.id.in_(list(ids))]
    return _fetched(connection, _row.is_open, *among)


def due_between(connection: Connection, first: dt.date, last: dt.date) -> list[Duty]:
    """Give the open duties with something unmet whose stated days may lie in `first` to `last`."""
    return _fetched(connection, _row.is_open, _row.next_due <= last, _row.last_due >= first)


def owned_by(connection: Connection, person: str) -> list[Duty]:
    """Give the open duties that a person (opaque id) answers for."""
    return _fetched(connection, _row.is_open, _row.owner == person)


def duties(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Duty]:
    """Give these duties as they stand, open or not; an id of no duty is left out."""
    return {duty.id: duty for duty in _fetched(connection, _row.id.in_(list(ids)))}


def duty(connection: Connection, id: UUID) -> Duty | None:
    """Give one duty as it stands, open or not."""
    return duties(connection, [id]).get(id)


def anchored_to(connection: Connection, meeting: UUID) -> list[tuple[UUID, str]]:
    """List the parts (duty, part) whose deadline is counted from a meeting, delivered ones too."""
    query = select(_anchor.duty, _anchor.part).where(_anchor.meeting == meeting)
    return [(row.duty, row.part) for row in connection.execute(query.order_by(_anchor.duty, _anchor.part))]


def _fetched(connection: Connection, *where: ColumnElement[bool]) -> list[Duty]:
    query = select(_row.record).where(*where).order_by(_row.id)
    return [_decoded(record) for record in connection.execute(query).scalars()]


@lru_cache(maxsize=REMEMBERED)
def _decoded(record: bytes) -> Duty:
    """Read what was stored, the same bytes once: the planner looks often, and little has changed."""
    return from_bytes(record)

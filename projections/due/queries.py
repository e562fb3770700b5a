"""Questions about what falls due. The day that counts as today comes in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, select

from projections.due.tables import due_parts
from projections.engine.duty.due_row import DueRow
from projections.engine.duty.state import ENDED

_part = due_parts.c


@dataclass(frozen=True, slots=True)
class DueFilter:
    """Whose and what to ask for; None and empty ask nothing."""

    owner: str | None = None
    unit: str | None = None
    goal: int | None = None
    kinds: tuple[str, ...] = ()


EVERYTHING = DueFilter()
_STANDS = and_(_part.dropped.is_(False), _part.state.not_in(ENDED))
_UNMET = and_(_STANDS, _part.delivered_on.is_(None), _part.state != "accepted")


def between(
    connection: Connection, first: dt.date, last: dt.date, which: DueFilter = EVERYTHING
) -> list[DueRow]:
    """List what stands and whose stated day or window meets the days `first` to `last` (both included)."""
    return _listed(connection, which, _STANDS, _part.due >= first, _part.first_day <= last)


def overdue(connection: Connection, today: dt.date, which: DueFilter = EVERYTHING) -> list[DueRow]:
    """List what is not delivered although its stated day, the last of a window, has passed."""
    return _listed(connection, which, _UNMET, _part.due < today)


def undelivered(connection: Connection, which: DueFilter = EVERYTHING) -> list[DueRow]:
    """List what has a day and is not delivered yet."""
    return _listed(connection, which, _UNMET, _part.due.is_not(None))


def without_day(connection: Connection, which: DueFilter = EVERYTHING) -> list[DueRow]:
    """List what is not delivered and has no day: open, relative, or a rule that gives no days."""
    return _listed(connection, which, _UNMET, _part.due.is_(None))


def everything(connection: Connection) -> list[DueRow]:
    """List every row, also what is dropped or withdrawn."""
    return _listed(connection, EVERYTHING)


def _listed(connection: Connection, which: DueFilter, *conditions: ColumnElement[bool]) -> list[DueRow]:
    asked = (_part.owner, which.owner), (_part.unit, which.unit), (_part.goal, which.goal)
    where = [*conditions, *(column == value for column, value in asked if value is not None)]
    if which.kinds:
        where.append(_part.kind.in_(which.kinds))
    order = _part.due.is_(None), _part.due, _part.first_day, _part.reference, _part.part, _part.duty
    rows = connection.execute(select(due_parts).where(*where).order_by(*order)).mappings()
    return [DueRow(**row) for row in rows]

"""Questions about notices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, select

from projections.engine.moments import aware
from projections.notices.tables import notices

_row = notices.c
_SOME = 500
"""How many ids go into one statement."""


@dataclass(frozen=True, slots=True)
class RaisedPlace:
    """What makes a raised notice the one it is, with the day it fell due and what became of it."""

    kind: str
    duty: UUID | None
    subject: str
    version: str
    step: str
    role: str
    recipient: str
    due_on: dt.date
    state: str


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One notice; `state` is raised, sent, failed or skipped. The fields are those of its events."""

    id: UUID
    stream_version: int
    kind: str
    duty: UUID | None
    subject: str
    version: str
    step: str
    role: str
    recipient: str
    instead_of: str
    due_on: dt.date
    mail: UUID | None
    state: str
    reason: str
    raised_at: dt.datetime
    settled_at: dt.datetime | None
    message_id: str
    attempts: int
    code: int | None
    answer: str


@dataclass(frozen=True, slots=True)
class NoticeFilter:
    """Which notices; None and empty ask nothing. `first` to `last` are the days they fell due on."""

    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    recipient: str | None = None
    duty: UUID | None = None
    mail: UUID | None = None
    first: dt.date | None = None
    last: dt.date | None = None


def raised_places(
    connection: Connection, duties: Iterable[UUID] | None = None, since: dt.date | None = None
) -> set[RaisedPlace]:
    """Give what was raised, due on `since` or later: about these duties, and about no single duty; or all."""
    query = select(*(_row[name] for name in RaisedPlace.__slots__))
    if since is not None:
        query = query.where(_row.due_on >= since)
    if duties is None:
        return set(_places(connection, query))
    wanted, found = sorted(set(duties)), set(_places(connection, query.where(_row.duty.is_(None))))
    for start in range(0, len(wanted), _SOME):
        about = _row.duty.in_(wanted[start : start + _SOME])
        found.update(_places(connection, query.where(about)))
    return found


def raised_about(connection: Connection, duties: Iterable[UUID], since: dt.date) -> set[RaisedPlace]:
    """Give what was raised about these duties, and what concerns no single one, due on `since` or later."""
    wanted, query = sorted(set(duties)), select(*(_row[name] for name in RaisedPlace.__slots__))
    found = set(_places(connection, query.where(_row.duty.is_(None), _row.due_on >= since)))
    for start in range(0, len(wanted), _SOME):
        found.update(_places(connection, query.where(_row.duty.in_(wanted[start : start + _SOME]))))
    return found


def listed(connection: Connection, which: NoticeFilter | None = None) -> list[NoticeRow]:
    """List notices: by the day they fell due, then in the order they were raised."""
    order = _row.due_on, _row.raised_at, _row.recipient, _row.kind, _row.id
    query = select(notices).where(*_conditions(which or NoticeFilter())).order_by(*order)
    return [_notice(row) for row in connection.execute(query).mappings()]


def of_mail(connection: Connection, mail: UUID) -> list[NoticeRow]:
    """List the notices that a mail carries."""
    return listed(connection, NoticeFilter(mail=mail))


def of_duty(connection: Connection, duty: UUID) -> list[NoticeRow]:
    """List the notices about one duty."""
    return listed(connection, NoticeFilter(duty=duty))


def _places(connection: Connection, query: Select[Any]) -> Iterator[RaisedPlace]:
    return (RaisedPlace(*row) for row in connection.execute(query))


def _conditions(which: NoticeFilter) -> list[ColumnElement[bool]]:
    equal = (_row.recipient, which.recipient), (_row.duty, which.duty), (_row.mail, which.mail)
    found: list[ColumnElement[bool]] = [column == value for column, value in equal if value is not None]
    if which.states:
        found.append(_row.state.in_(which.states))
    if which.kinds:
        found.append(_row.kind.in_(which.kinds))
    if which.first is not None:
        found.append(_row.due_on >= which.first)
    if which.last is not None:
        found.append(_row.due_on <= which.last)
    return found


def _notice(row: RowMapping) -> NoticeRow:
    moments = {name: aware(row[name]) for name in ("raised_at", "settled_at")}
    return NoticeRow(**{**row, **moments})

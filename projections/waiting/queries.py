"""Questions about what is waited for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, case, select

from projections.waiting.kinds import WaitingFor
from projections.waiting.tables import waiting_items

_item = waiting_items.c


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One thing that a duty waits for. `since` is when the waiting began, `asked_on` the last question.

    `subject` is the id of a deviation, else empty; `words` are those of the deadline or the request;
    `due` is the day that is at stake, where there is one.
    """

    duty: UUID
    waiting_for: WaitingFor
    part: str
    subject: str
    reference: str
    kind: str
    title: str
    owner: str
    unit: str
    shielded: bool
    since: dt.date
    asked_on: dt.date | None
    times_asked: int
    words: str
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class WaitingFilter:
    """Whose and what to list; None and empty ask nothing."""

    owner: str | None = None
    unit: str | None = None
    kinds: tuple[WaitingFor, ...] = ()
    duty: UUID | None = None


def listed(connection: Connection, which: WaitingFilter | None = None) -> list[WaitingRow]:
    """List what is waited for: by what it is, what has waited longest first."""
    which = which or WaitingFilter()
    equal = (_item.owner, which.owner), (_item.unit, which.unit), (_item.duty, which.duty)
    where = [column == value for column, value in equal if value is not None]
    if which.kinds:
        where.append(_item.waiting_for.in_([str(kind) for kind in which.kinds]))
    kind = case({str(each): number for number, each in enumerate(WaitingFor)}, value=_item.waiting_for)
    order = kind, _item.since, _item.reference, _item.part, _item.duty, _item.subject
    rows = connection.execute(select(waiting_items).where(*where).order_by(*order)).mappings()
    return [WaitingRow(**{**row, "waiting_for": WaitingFor(row["waiting_for"])}) for row in rows]

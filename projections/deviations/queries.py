"""Questions about deviations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, select

from projections.deviations.tables import deviation_measures, deviations
from projections.engine.moments import aware

_row, _measure = deviations.c, deviation_measures.c


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A corrective measure; `who` is an opaque person id, `dropped` the reason why it was given up."""

    deviation: UUID
    number: int
    what: str
    who: str
    due: dt.date
    working_date: dt.date
    version: int
    completed_on: dt.date | None
    result: str
    dropped: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be carried out."""
        return self.completed_on is None and not self.dropped


@dataclass(frozen=True, slots=True)
class DeviationRow:
    """A deviation and the duty that it is about; `state`, `owner`, `unit` and `shielded` are the duty's.

    `missed` is the number of the deadline whose passing opened it, None where a person reported it.
    """

    id: UUID
    duty: UUID
    reference: str
    kind: str
    title: str
    goal: int | None
    number: int
    """What people call it: the duty's deviations counted from 1."""
    part: str
    state: str
    owner: str
    unit: str
    shielded: bool
    discovered_on: dt.date
    reported_at: dt.datetime
    reported_by: str
    missed: int | None
    cause: str
    consequence: str
    material: bool
    material_since: dt.datetime | None
    told_on: dt.date | None
    told_how: str
    told_reference: str
    closed_on: dt.date | None
    result: str
    measures: tuple[MeasureRow, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is not closed yet."""
        return self.closed_on is None

    @property
    def is_described(self) -> bool:
        """Whether a person has said what lies behind it."""
        return bool(self.cause or self.consequence)


@dataclass(frozen=True, slots=True)
class DeviationFilter:
    """Which deviations; what is None asks nothing. `first` to `last` are days of discovery, both included."""

    duty: UUID | None = None
    owner: str | None = None
    unit: str | None = None
    material: bool | None = None
    is_open: bool | None = None
    first: dt.date | None = None
    last: dt.date | None = None


def listed(connection: Connection, which: DeviationFilter | None = None) -> list[DeviationRow]:
    """List deviations with their measures, by the day they were discovered."""
    conditions = _conditions(which or DeviationFilter())
    order = (_row.discovered_on, _row.reported_at, _row.reference, _row.id)
    rows = connection.execute(select(deviations).where(*conditions).order_by(*order)).mappings().all()
    measures = _measures(connection, conditions) if rows else {}
    return [_deviation(row, measures.get(row["id"], [])) for row in rows]


def open_(connection: Connection) -> list[DeviationRow]:
    """List what is not closed yet."""
    return listed(connection, DeviationFilter(is_open=True))


def of_duty(connection: Connection, duty: UUID) -> list[DeviationRow]:
    """List the deviations of one duty."""
    return listed(connection, DeviationFilter(duty=duty))


def _measures(connection: Connection, conditions: list[ColumnElement[bool]]) -> dict[UUID, list[MeasureRow]]:
    chosen = select(_row.id).where(*conditions)
    query = select(deviation_measures).where(_measure.deviation.in_(chosen)).order_by(_measure.number)
    found: dict[UUID, list[MeasureRow]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["deviation"], []).append(MeasureRow(**row))
    return found


def _conditions(which: DeviationFilter) -> list[ColumnElement[bool]]:
    equal = (_row.duty, which.duty), (_row.owner, which.owner), (_row.unit, which.unit)
    asked = (*equal, (_row.material, which.material))
    found: list[ColumnElement[bool]] = [column == value for column, value in asked if value is not None]
    if which.is_open is not None:
        found.append(_row.closed_on.is_(None) if which.is_open else _row.closed_on.is_not(None))
    if which.first is not None:
        found.append(_row.discovered_on >= which.first)
    if which.last is not None:
        found.append(_row.discovered_on <= which.last)
    return found


def _deviation(row: RowMapping, measures: list[MeasureRow]) -> DeviationRow:
    moments = {name: aware(row[name]) for name in ("reported_at", "material_since")}
    return DeviationRow(**{**row, **moments}, measures=tuple(measures))

"""The position rows: read, locked and saved in the transaction of the rows they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from projections.engine.projection import Projection
from projections.engine.status import Status, Stopped
from projections.engine.tables import positions

LIVE, STOPPED = "live", "stopped"
_NO_ERROR = {"error_position": None, "error_topic": None, "error_stream": None, "error_why": None}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a locked position row says."""

    version: int
    position: int
    is_live: bool


def lock(connection: Connection, projection: Projection, *, wait: bool) -> Standing | None:
    """Lock the projection's row and say what it says; None when another process has it.

    On SQLite the transaction itself is the lock. With `wait`, wait for the other instead.
    """
    query = select(positions.c.version, positions.c.position, positions.c.state).where(
        positions.c.name == projection.name
    )
    if connection.execute(query).first() is None:
        _enter(connection, projection)
    row = connection.execute(query.with_for_update(skip_locked=not wait)).first()
    return Standing(row.version, row.position, row.state == LIVE) if row is not None else None


def _enter(connection: Connection, projection: Projection) -> None:
    """Begin at the first event, unless another process has just begun."""
    insert = sqlite_insert if connection.dialect.name == "sqlite" else postgres_insert
    fresh = {"name": projection.name, "version": projection.version, "position": 0, "state": LIVE}
    connection.execute(insert(positions).values(fresh).on_conflict_do_nothing())


def save(connection: Connection, projection: Projection, position: int, stopped: Stopped | None) -> None:
    """Save how far the rows are, and what stopped the projection there, if anything did."""
    error = _NO_ERROR if stopped is None else _error(stopped)
    values = {"version": projection.version, "position": position, "state": STOPPED if stopped else LIVE}
    connection.execute(update(positions).where(positions.c.name == projection.name).values(values | error))


def revive(connection: Connection, name: str) -> None:
    """Let a stopped projection follow again from where it stands."""
    connection.execute(update(positions).where(positions.c.name == name).values(_NO_ERROR | {"state": LIVE}))


def statuses(connection: Connection, projections: Iterable[Projection], newest: int) -> list[Status]:
    """Tell by one statement where each projection stands."""
    rows = {row.name: dict(row) for row in connection.execute(select(positions)).mappings()}
    return [_status(rows.get(each.name), each, newest) for each in projections]


def _status(row: dict[str, Any] | None, projection: Projection, newest: int) -> Status:
    """Read one position row; rows of another version are behind by everything."""
    if row is None:
        return Status(projection.name, projection.version, 0, newest, None)
    if row["version"] != projection.version:
        return Status(projection.name, row["version"], row["position"], max(newest, 1), None)
    stopped = None
    if row["state"] == STOPPED:
        stopped = Stopped(*(row[f"error_{fact}"] for fact in ("position", "topic", "stream", "why")))
    return Status(projection.name, row["version"], row["position"], max(newest - row["position"], 0), stopped)


def _error(stopped: Stopped) -> dict[str, int | str]:
    """Give the error columns."""
    return {
        "error_position": stopped.position,
        "error_topic": stopped.topic,
        "error_stream": stopped.stream,
        "error_why": stopped.why,
    }

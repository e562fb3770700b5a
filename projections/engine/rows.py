"""Writing many rows by few statements, the same on both databases."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, delete
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

Row = Mapping[str, Any]


def assign(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Make the rows with these keys be exactly these rows; each row gives every column."""
    if not rows:
        return
    insert = sqlite_insert if connection.dialect.name == "sqlite" else postgres_insert
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    names = [column.name for column in table.columns]
    others = {name: statement.excluded[name] for name in names if name not in keys}
    if others:
        statement = statement.on_conflict_do_update(index_elements=keys, set_=others)
    else:
        statement = statement.on_conflict_do_nothing()
    connection.execute(statement, [dict(row) for row in rows])


def replace(
    connection: Connection, table: Table, owner: Column[UUID], owners: Collection[UUID], rows: Sequence[Row]
) -> None:
    """Make the rows that belong to `owners` be exactly these rows."""
    if owners:
        connection.execute(delete(table).where(owner.in_(owners)))
    if rows:
        connection.execute(table.insert(), [dict(row) for row in rows])

"""Writing many rows by few statements, the same on both databases."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, delete
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.sql import Executable

Row = Mapping[str, Any]


def assign(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Make the rows with these keys be exactly these rows; each row gives every column."""
    if rows:
        connection.execute(_assignment(table, connection.dialect.name), [dict(row) for row in rows])


def replace(
    connection: Connection, table: Table, owner: Column[UUID], owners: Collection[UUID], rows: Sequence[Row]
) -> None:
    """Make the rows that belong to `owners` be exactly these rows."""
    if owners:
        connection.execute(delete(table).where(owner.in_(owners)))
    if rows:
        connection.execute(table.insert(), [dict(row) for row in rows])


@cache  # making the statement costs more than running it
def _assignment(table: Table, dialect: str) -> Executable:
    statement = (sqlite_insert if dialect == "sqlite" else postgres_insert)(table)
    keys = [column.name for column in table.primary_key]
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    if not others:
        return statement.on_conflict_do_nothing()
    return statement.on_conflict_do_update(index_elements=keys, set_=others)

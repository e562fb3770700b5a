"""One digest for all the rows of a projection: the same rows give the same digest on any database."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Text, select

from projections.engine.moments import aware
from projections.engine.projection import Projection

_AT_ONCE = 1000


def digest(connection: Connection, projection: Projection) -> str:
    """Give the SHA-256 (hex) over every row of the projection's tables, each in the order of its key.

    A row is a line of JSON; days and moments in ISO 8601 and UTC, bytes and ids in hexadecimal.
    Rows are read in blocks: memory does not grow with their number.
    """
    total = sha256()
    for table in projection.tables:
        total.update(_line([table.name, *(column.name for column in table.columns)]))
        query = select(table).order_by(*(_ordered(column, connection) for column in table.primary_key))
        rows = connection.execute(query.execution_options(yield_per=_AT_ONCE))
        for row in rows:
            total.update(_line([_plain(value) for value in row]))
    return total.hexdigest()


def digests(connection: Connection, projections: Iterable[Projection]) -> dict[str, str]:
    """Give the digest of each projection, by its name."""
    return {each.name: digest(connection, each) for each in projections}


def _ordered(column: Column[Any], connection: Connection) -> Any:
    """Order texts by their code points: what a database's language says about å must not matter."""
    if isinstance(column.type, Text) and connection.dialect.name == "postgresql":
        return column.collate("C")
    return column


def _line(values: Sequence[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return aware(value).isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, UUID | bytes | memoryview):
        return value.hex if isinstance(value, UUID) else value.hex()
    return value

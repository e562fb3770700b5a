"""People and units as rows that may be changed and erased."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Table, Text

from events.store.schema import metadata

unit = Table(
    "unit",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("parent", Text, ForeignKey("unit.id")),
    Column("manager", Text),
)
"""A unit of the agency; `manager` is the id of a person."""

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False, unique=True),
    Column("unit", Text, ForeignKey("unit.id")),
    Column("manager", Text),
    Column("role", Text, nullable=False),
    Column("language", Text, nullable=False),
)
"""A person; events know only the id, so this row can be erased. `email` is kept in lower case."""

"""People and units as rows that may be changed and erased."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Integer, Table, Text, Time

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
    Column("deputy", Text),
    Column("digest_day", Integer),
    Column("digest_hour", Integer),
    Column("digest_off", Boolean),
    Column("quiet_from", Time),
    Column("quiet_to", Time),
)
"""A person; events know only the id, so this row can be erased. `email` is kept in lower case.

Empty preferences are the agency's own; an empty `digest_off` is no.
"""

absence = Table(
    "absence",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("first", Date, primary_key=True),
    Column("last", Date, nullable=False),
    Column("deputy", Text),
)
"""Days on which a person is away, both ends included."""

erased_person = Table(
    "erased_person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("erased_at", DateTime(timezone=True), nullable=False),
    Column("by", Text, nullable=False),
)
"""An id that events still name, and nothing about whom it stood for."""

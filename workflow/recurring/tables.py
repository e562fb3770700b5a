"""Which series there are, so that nobody need look through all events for them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Table, Text, Uuid

from events.store.schema import metadata

series = Table(
    "series",
    metadata,
    Column("id", Uuid(), primary_key=True),
    Column("agency", Text, nullable=False, index=True),
    Column("parent", Uuid(), index=True),
    Column("running", Boolean, nullable=False),
)
"""One row for each series, written with its events; `parent` is the duty that it recurs in."""

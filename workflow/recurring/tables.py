"""Which series are running, so that opening ahead need not look through all events."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text, Uuid

from events.store.schema import metadata

running_series = Table(
    "running_series",
    metadata,
    Column("id", Uuid(), primary_key=True),
    Column("agency", Text, nullable=False, index=True),
)
"""One row for each series that has not ended, written with the events of the series."""

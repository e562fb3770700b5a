"""The table of leases: who acts alone, and until when."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, Table, Text

from events.store.schema import metadata

lease = Table(
    "lease",
    metadata,
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("until", DateTime(timezone=True), nullable=False),
    Column("beat", DateTime(timezone=True), nullable=False),
)
"""One row for each office that only one process may hold; `beat` is when it last said that it lives."""

"""Original documents and readings by checksum, and which letters there are."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Integer, LargeBinary, Table, Text, Uuid

from events.store.schema import metadata

document = Table(
    "document",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("stored_at", DateTime(timezone=True), nullable=False),
)
"""The bytes as they came in; a checksum is stored once, whatever it was called later."""

reading = Table(
    "reading",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", Text, nullable=False),
)
"""What was found, as JSON (`workflow.letter.stored_reading`), by the checksum of that JSON."""

letter = Table(
    "letter",
    metadata,
    Column("id", Uuid(), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("agency", Text, nullable=False, index=True),
    Column("year", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("document", Text, ForeignKey("document.sha256"), nullable=False),
    Column("reading", Text, ForeignKey("reading.sha256"), nullable=False),
)
"""Which letters there are, in the order they came in; what was decided stands in their events."""

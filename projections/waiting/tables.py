"""The rows of what is waited for."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text, Uuid

from events.store.schema import metadata
from projections.engine.duty.touching import record_columns

waiting_duties = Table("waiting_duty", metadata, *record_columns())

waiting_items = Table(
    "waiting_item",
    metadata,
    Column("duty", Uuid(), ForeignKey("waiting_duty.id", ondelete="CASCADE"), primary_key=True),
    Column("waiting_for", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("reference", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("shielded", Boolean, nullable=False),
    Column("since", Date, nullable=False),
    Column("asked_on", Date),
    Column("times_asked", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("due", Date),
    Index("ix_waiting_item_owner", "owner"),
)
"""`subject` is the id of a deviation, else empty. `asked_on` is when the ministry was last asked or told,
`words` are those of the deadline or the request, `due` the day that is at stake, where there is one.
"""

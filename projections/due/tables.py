"""The rows of what falls due."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text, Time, Uuid

from events.store.schema import metadata
from projections.engine.duty.touching import record_columns

due_duties = Table("due_duty", metadata, *record_columns())

due_parts = Table(
    "due_part",
    metadata,
    Column("duty", Uuid(), ForeignKey("due_duty.id", ondelete="CASCADE"), primary_key=True),
    Column("part", Text, primary_key=True),
    Column("stream", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("goal", Integer),
    Column("state", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("shielded", Boolean, nullable=False),
    Column("parent", Uuid()),
    Column("form", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("anchor", Text),
    Column("rrule", Text),
    Column("first_day", Date),
    Column("due", Date),
    Column("starts_at", Time),
    Column("ends_at", Time),
    Column("working_date", Date),
    Column("first_due", Date),
    Column("moved", Integer, nullable=False),
    Column("corrected", Boolean, nullable=False),
    Column("tentative", Boolean, nullable=False),
    Column("firm", Boolean, nullable=False),
    Column("impossible", Boolean, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("dropped", Boolean, nullable=False),
    Column("delivered_on", Date),
    Index("ix_due_part_due", "due"),
    Index("ix_due_part_owner_due", "owner", "due"),
    Index("ix_due_part_unit_due", "unit", "due"),
)
"""`first_day` to `due` (both included) is the stated day or window; both are empty where there is none.

`state` is the duty's. `first_due` is the stated day of the first deadline, `moved` how often it moved;
`corrected` tells that one of them was written down wrongly and mended.
"""

"""The rows of deviations and their measures."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Index, Integer, Table, Text, Uuid

from events.store.schema import metadata
from projections.engine.duty.touching import record_columns

deviation_duties = Table("deviation_duty", metadata, *record_columns())

deviations = Table(
    "deviation",
    metadata,
    Column("id", Uuid(), primary_key=True),
    Column("duty", Uuid(), ForeignKey("deviation_duty.id", ondelete="CASCADE"), nullable=False),
    Column("reference", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("goal", Integer),
    Column("number", Integer, nullable=False),
    Column("part", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("shielded", Boolean, nullable=False),
    Column("discovered_on", Date, nullable=False),
    Column("reported_at", DateTime(timezone=True), nullable=False),
    Column("reported_by", Text, nullable=False),
    Column("missed", Integer),
    Column("cause", Text, nullable=False),
    Column("consequence", Text, nullable=False),
    Column("material", Boolean, nullable=False),
    Column("material_since", DateTime(timezone=True)),
    Column("told_on", Date),
    Column("told_how", Text, nullable=False),
    Column("told_reference", Text, nullable=False),
    Column("closed_on", Date),
    Column("result", Text, nullable=False),
    Index("ix_deviation_duty", "duty"),
    Index("ix_deviation_closed_on", "closed_on", "discovered_on"),
)
"""`number` counts the duty's deviations from 1. `state`, `owner`, `unit` and `shielded` are the duty's.
`missed` is the number of the deadline whose passing opened it, empty where a person reported it; an
open one has no `closed_on`.
"""

deviation_measures = Table(
    "deviation_measure",
    metadata,
    Column("deviation", Uuid(), ForeignKey("deviation.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("due", Date, nullable=False),
    Column("working_date", Date, nullable=False),
    Column("version", Integer, nullable=False),
    Column("completed_on", Date),
    Column("result", Text, nullable=False),
    Column("dropped", Text, nullable=False),
)
"""`who` is an opaque person id; `version` counts the days it has had; `dropped` says why it was given up."""

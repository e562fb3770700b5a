"""The rows of the register."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text, Uuid

from events.store.schema import metadata
from projections.engine.duty.letters import letter_columns
from projections.engine.duty.touching import record_columns

register_letters = Table("register_letter", metadata, *letter_columns())

register_duties = Table(
    "register_duty",
    metadata,
    *record_columns(),
    Column("reference", Text, nullable=False),
    Column("reference_folded", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("goal", Integer),
    Column("owner", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("parent", Uuid()),
    Column("has_day", Boolean, nullable=False),
    Column("next_due", Date),
    Column("words", Text, nullable=False),
    Index("ix_register_duty_reference_folded", "reference_folded"),
    Index("ix_register_duty_parent", "parent"),
)
"""One row per duty or series. `record` is the duty as its events made it; the rest is for searching.

`next_due` is the earliest stated day of what is not yet delivered; `words` is folded for text search.
"""

register_sources = Table(
    "register_source",
    metadata,
    Column("duty", Uuid(), ForeignKey("register_duty.id", ondelete="CASCADE"), primary_key=True),
    Column("letter", Uuid(), primary_key=True),
    Index("ix_register_source_letter", "letter"),
)
"""Which letters say something about which duty."""

"""The rows that notices are planned from."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Table, Text, Uuid

from events.store.schema import metadata
from projections.engine.duty.touching import record_columns

reminder_duties = Table(
    "reminder_duty",
    metadata,
    *record_columns(),
    Column("is_open", Boolean, nullable=False),
    Column("owner", Text, nullable=False),
    Column("deputy", Text, nullable=False),
    Column("next_due", Date),
    Column("last_due", Date),
    Index("ix_reminder_duty_is_open", "is_open", "next_due"),
    Index("ix_reminder_duty_owner", "owner"),
)
"""The whole duty as JSON. `is_open`: something may still have to be said about it; `next_due` to
`last_due` (both included) are the stated days of what is not met yet, measures among them.
"""

reminder_anchors = Table(
    "reminder_anchor",
    metadata,
    Column("duty", Uuid(), ForeignKey("reminder_duty.id", ondelete="CASCADE"), primary_key=True),
    Column("part", Text, primary_key=True),
    Column("meeting", Uuid(), nullable=False),
    Index("ix_reminder_anchor_meeting", "meeting"),
)
"""Which parts of duties have a deadline that is counted from a meeting."""

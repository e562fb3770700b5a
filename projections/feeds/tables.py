"""The rows of the feeds."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    Uuid,
)

from events.store.schema import metadata
from projections.engine.duty.letters import letter_columns
from projections.engine.duty.touching import record_columns

feed_letters = Table("feed_letter", metadata, *letter_columns())

feed_duties = Table("feed_duty", metadata, *record_columns(), Column("stamps", LargeBinary, nullable=False))
"""The duty, and for each of its parts what a calendar must remember of it; see `feeds.stamps`."""

feed_entries = Table(
    "feed_entry",
    metadata,
    Column("uid", Uuid(), primary_key=True),
    Column("duty", Uuid(), nullable=False),
    Column("part", Text, nullable=False),
    Column("kind_group", Text, nullable=False),
    Column("goal", Integer),
    Column("owner", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("shielded", Boolean, nullable=False),
    Column("month", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("hidden_after", Date),
    Column("alarm_until", Date),
    Column("timed", Boolean, nullable=False),
    Column("status", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("last_modified", DateTime(timezone=True), nullable=False),
    Column("position", BigInteger, nullable=False),
    # What a feed's state depends on, so that telling which months changed reads no row.
    Index(
        "ix_feed_entry_month",
        *("month", "last_day", "first_day", "hidden_after", "alarm_until", "timed"),
        *("owner", "unit", "goal", "kind_group", "position"),
    ),
    Index("ix_feed_entry_duty", "duty"),
)
"""One row per publishable entry. `month` is year * 12 + month - 1 of `last_day`.

`hidden_after` is the last day a cancelled entry is shown; `alarm_until` the last day on which its
reminders still matter; `position` that of the last event that changed the row.
"""

feed_texts = Table(
    "feed_text",
    metadata,
    Column("uid", Uuid(), ForeignKey("feed_entry.uid", ondelete="CASCADE"), primary_key=True),
    Column("language", Text, primary_key=True),
    Column("summary", Text, nullable=False),
    Column("plain", LargeBinary, nullable=False),
    Column("alarms", LargeBinary, nullable=False),
)
"""The rendered component of each entry in each language, and its reminders."""

feed_marks = Table(
    "feed_mark",
    metadata,
    Column("key", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),
)
"""For each elementary selection (everything, an owner, a unit, a goal, a kind): the last change in it."""

feed_validators = Table(
    "feed_validator",
    metadata,
    Column("feed", Text, primary_key=True),
    Column("etag", Text, nullable=False),
    Column("last_modified", DateTime(timezone=True), nullable=False),
    Column("mark_key", Text, nullable=False),
    Column("mark", BigInteger, nullable=False),
    Column("built_on", Date, nullable=False),
)
"""What a feed last answered. Not rebuilt with the rows: what was promised to clients only moves forward."""

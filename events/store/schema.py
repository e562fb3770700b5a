"""The tables: one metadata for everyone's, and the table of events."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Identity,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

# Names of constraints are part of the schema: a migration must be able to name what it drops.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

events = Table(
    "event",
    metadata,
    # SQLite gives a position only once with AUTOINCREMENT, and only an INTEGER may have it.
    Column("position", BigInteger().with_variant(Integer(), "sqlite"), Identity(), primary_key=True),
    Column("originator_id", Uuid(), nullable=False),
    Column("originator_version", Integer, nullable=False),
    Column("topic", Text, nullable=False),
    Column("state", LargeBinary, nullable=False),
    # The database's own clock: a witness beside the timestamp that the event carries.
    Column("recorded_at", DateTime(timezone=True), nullable=False, server_default=text("CURRENT_TIMESTAMP")),
    # Never null: the guards of the table say so, which SQLite can only add to a new column that way.
    Column("leaf", LargeBinary),
    Column("chain", LargeBinary),
    UniqueConstraint("originator_id", "originator_version"),
    sqlite_autoincrement=True,
)
"""Every event in commit order: `position` only grows, and is never given twice.

`state` is the event as UTF-8 JSON with its schema number; see `events.store.mapper`. `leaf` is its
hash and `chain` that of everything up to it, 32 bytes each; see `events.ledger.chain`. Rows are
only ever added: the database refuses the rest.
"""

"""The table of checkpoints that this database knows."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, DateTime, Table, Text

from events.store.schema import metadata

checkpoint = Table(
    "checkpoint",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("taken_at", DateTime(timezone=True), nullable=False),
    Column("content", Text, nullable=False),
    Column("mailed_at", DateTime(timezone=True)),
)
"""`content` is the file of a signed checkpoint (`events.ledger.checkpoint`); only its signature makes it
worth anything. `mailed_at` is when the auditor's mail server took it."""

"""The secret that personal addresses are signed with."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, Table

from events.store.schema import metadata

link_secret = Table(
    "link_secret",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
)
"""One row, made when the database was upgraded; without it no address that was sent is known again."""

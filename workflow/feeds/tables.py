"""Subscriptions as rows that may be revoked and erased."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, Table, Text

from events.store.schema import metadata

subscription = Table(
    "subscription",
    metadata,
    Column("id", Text, primary_key=True),
    Column("token_hash", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("slug", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("mine", Boolean, nullable=False),
    Column("my_unit", Boolean, nullable=False),
    Column("unit", Text, ForeignKey("unit.id")),
    Column("goal", Integer),
    Column("kind_group", Text),
    Column("language", Text, nullable=False),
    Column("alarms", Boolean, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("created_by", Text, nullable=False),
    Column("revoked_at", DateTime(timezone=True)),
    Column("revoked_by", Text),
    Column("last_used_at", DateTime(timezone=True)),
    Column("last_client", Text),
)
"""One address. The token itself is nowhere: `token_hash` is its SHA-256 in hex.

`owner` is the id of the person it is for; without that person in the directory it answers nobody.
`mine` and `my_unit` follow the owner: whose unit changes gets the other unit's calendar.
"""

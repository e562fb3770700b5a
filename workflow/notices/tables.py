"""Mails on their way: the operational side of notices, outside the events."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, Index, Integer, Table, Text, Uuid

from events.store.schema import metadata

mail = Table(
    "mail",
    metadata,
    Column("id", Uuid(), primary_key=True),
    Column("recipient", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", DateTime(timezone=True), nullable=False),
    Column("leased_until", DateTime(timezone=True)),
    Column("answer", Text, nullable=False),
    Index("ix_mail_state_not_before", "state", "not_before"),
)
"""One mail to one person (opaque id), with the notices whose events name it.

`state` is waiting, sent, failed or skipped. A waiting one is taken for sending by setting
`leased_until`; whoever finds that time passed may take it again. The text is written when it is
sent, so that nothing here outlives the person, and no mail says what is no longer so.
"""

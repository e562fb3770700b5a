"""The rows of notices."""

from __future__ import annotations

from sqlalchemy import Column, Date, DateTime, Index, Integer, Table, Text, Uuid

from events.store.schema import metadata

notices = Table(
    "notice",
    metadata,
    Column("id", Uuid(), primary_key=True),
    Column("stream_version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("duty", Uuid()),
    Column("subject", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("instead_of", Text, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("mail", Uuid()),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("raised_at", DateTime(timezone=True), nullable=False),
    Column("settled_at", DateTime(timezone=True)),
    Column("message_id", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("code", Integer),
    Column("answer", Text, nullable=False),
    Index("ix_notice_duty", "duty"),
    Index("ix_notice_mail", "mail"),
    Index("ix_notice_recipient", "recipient", "kind", "version"),
    Index("ix_notice_state", "state", "due_on"),
    Index("ix_notice_due_on", "due_on"),
)
"""One row per notice. `state` is raised, sent, failed or skipped; `reason` says why it was skipped.

`mail` is the mail that carries it, the latest one where it was tried again; `settled_at` is when it
was sent, given up or skipped; `code` and `answer` are the mail server's.
"""

"""Where each projection stands."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, Table, Text

from events.store.schema import metadata

positions = Table(
    "projection_position",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("error_position", BigInteger),
    Column("error_topic", Text),
    Column("error_stream", Text),
    Column("error_why", Text),
)
"""One row per projection, saved in the transaction of its rows; it is also the projection's lock.

`state` is live or stopped; the error columns name the event that stopped it.
"""

"""Every series with the duty it recurs in, in place of the running ones alone."""

from __future__ import annotations

import json
from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Every series with the duty it recurs in, in place of the running ones alone."""
    op.create_table(
        "series",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("parent", sa.Uuid(), nullable=True),
        sa.Column("running", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
    )
    with op.batch_alter_table("series") as batch_op:
        batch_op.create_index("ix_series_agency", ["agency"], unique=False)
        batch_op.create_index("ix_series_parent", ["parent"], unique=False)
    _carry_over(op.get_bind())
    op.drop_table("running_series")


def _carry_over(connection: sa.Connection) -> None:
    """Take the running series along; their own first events say what they recur in."""
    event = sa.table(
        "event",
        sa.column("originator_id", sa.Uuid()),
        sa.column("topic"),
        sa.column("state", sa.LargeBinary()),
    )
    running = sa.table("running_series", sa.column("id", sa.Uuid()), sa.column("agency"))
    series = sa.table(
        "series",
        *(sa.column("id", sa.Uuid()), sa.column("agency"), sa.column("parent", sa.Uuid())),
        sa.column("running", sa.Boolean()),
    )
    rows = connection.execute(
        sa.select(running.c.id, running.c.agency, event.c.state)
        .join_from(running, event, event.c.originator_id == running.c.id)
        .where(event.c.topic == "report-series.given")
    )
    for row in rows.all():
        parent = json.loads(row.state).get("parent")
        values = {"id": row.id, "agency": row.agency, "parent": parent and UUID(parent), "running": True}
        connection.execute(sa.insert(series).values(values))

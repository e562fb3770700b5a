"""The ledger: every event chained to those before it, and an append-only table."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from events.ledger.chain import GENESIS, leaf, link

revision = "0004"
down_revision = "0003"

_BATCH = 1000

_event = sa.table(
    "event",
    sa.column("position", sa.BigInteger()),
    sa.column("originator_id", sa.Uuid()),
    sa.column("originator_version", sa.Integer()),
    sa.column("topic", sa.Text()),
    sa.column("state", sa.LargeBinary()),
    sa.column("leaf", sa.LargeBinary()),
    sa.column("chain", sa.LargeBinary()),
)


def upgrade() -> None:
    """Chain what there is, then guard it."""
    op.add_column("event", sa.Column("leaf", sa.LargeBinary(), nullable=True))
    op.add_column("event", sa.Column("chain", sa.LargeBinary(), nullable=True))
    _chain(op.get_bind())
    for statement in _GUARDS[op.get_bind().dialect.name]:
        op.execute(statement)
    _checkpoints()


def _checkpoints() -> None:
    op.create_table(
        "checkpoint",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("mailed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("digest", name="pk_checkpoint"),
    )


def _chain(connection: sa.Connection) -> None:
    """Give every event its hash and its place in the chain, a batch at a time."""
    written = (
        sa.update(_event)
        .where(_event.c.position == sa.bindparam("at"))
        .values(leaf=sa.bindparam("leaf"), chain=sa.bindparam("chain"))
    )
    position, before = 0, GENESIS
    while rows := _next(connection, position):
        chained: list[dict[str, Any]] = []
        for row in rows:
            hashed = leaf(row.originator_id, row.originator_version, row.topic, row.state)
            before = link(before, hashed)
            chained.append({"at": row.position, "leaf": hashed, "chain": before})
        connection.execute(written, chained)
        position = rows[-1].position


def _next(connection: sa.Connection, position: int) -> list[Any]:
    query = sa.select(*list(_event.c)[:5]).where(_event.c.position > position)
    return list(connection.execute(query.order_by(_event.c.position).limit(_BATCH)).all())


# The last is for a program of before this step that is still running. SQLite's REPLACE removes rows
# without asking the guard against removing, unless the connection asks for it, as ours do; whoever
# else does so is found by the verification.
_SQLITE = (
    """
    CREATE TRIGGER event_refuses_update BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'event is append-only: no update'); END
    """,
    """
    CREATE TRIGGER event_refuses_delete BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'event is append-only: no delete'); END
    """,
    """
    CREATE TRIGGER event_refuses_unchained AFTER INSERT ON event
    WHEN NEW.leaf IS NULL OR NEW.chain IS NULL
    BEGIN SELECT RAISE(ABORT, 'event is append-only: chained'); END
    """,
)

# ALWAYS: also for whoever sets session_replication_role to pass triggers by.
_POSTGRES = (
    """
    CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'event is append-only: no %', lower(TG_OP); END $$
    """,
    """
    CREATE TRIGGER event_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only()
    """,
    "ALTER TABLE event ENABLE ALWAYS TRIGGER event_refuses_change",
    "ALTER TABLE event ADD CONSTRAINT ck_event_chained CHECK (leaf IS NOT NULL AND chain IS NOT NULL)",
)

_GUARDS = {"sqlite": _SQLITE, "postgresql": _POSTGRES}

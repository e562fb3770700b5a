"""What alembic runs: the steps, on the connection that `events.store.migrate` holds."""

from __future__ import annotations

from alembic import context

from events.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table only by copying it
)
with context.begin_transaction():
    context.run_migrations()

"""Alembic's folder: every step of the schema, in order. `events.store.migrate` runs them."""

"""Processes for tests that need several at once: each a new one, in milliseconds."""

from __future__ import annotations

import multiprocessing

# Forked from a server that has imported what they need, and that has no database open: a SQLite
# connection must not live on in a fork.
processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(
    [
        *("pytest", "psycopg", "sqlalchemy.dialects.postgresql.psycopg", "alembic.command"),
        *("tests.events.writer", "tests.kit.watch"),
    ]
)

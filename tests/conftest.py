"""What every test may ask for."""

from __future__ import annotations

from hypothesis import settings

from tests.kit.databases import (  # noqa: F401  # fixtures: pytest finds them by name
    database_url,
    datastore,
    empty_postgres_url,
    postgres_datastore,
    postgres_server,
    postgres_url,
    sqlite_datastore,
    sqlite_template,
    sqlite_url,
)

settings.register_profile("fristvakt", max_examples=100, deadline=None)
settings.load_profile("fristvakt")

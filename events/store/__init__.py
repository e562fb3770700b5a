"""The life of events on disk: SQLite in one file, or PostgreSQL."""

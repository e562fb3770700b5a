"""A command line whose database tests can tamper with."""

from __future__ import annotations

from pathlib import Path

import pytest

from events.store.datastore import Datastore
from tests.kit.command_line import CommandLine, command_line


@pytest.fixture
def fristvakt(
    datastore: Datastore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """Give a command line on each database in turn, with people and a small letter taken in."""
    url = datastore.url.render_as_string(hide_password=False)
    return command_line(url, tmp_path, monkeypatch, capsys).with_letter()


@pytest.fixture
def fristvakt_sqlite(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """Give the same on SQLite alone, for what has no part in a database."""
    return command_line(sqlite_url, tmp_path, monkeypatch, capsys).with_letter()

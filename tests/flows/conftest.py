"""The command line on a fresh database of each kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit.command_line import CommandLine, command_line


@pytest.fixture
def fristvakt(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """Give a command line in a home of its own, on SQLite and on PostgreSQL."""
    return command_line(database_url, tmp_path, monkeypatch, capsys)

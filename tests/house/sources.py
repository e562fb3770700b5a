"""The project's own Python files, for the rules about the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("calendars", "events", "projections", "workflow")


def python_files(*folders: str) -> Iterator[Path]:
    """Give every Python file below the folders, named from the project's root."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    """Parse one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))

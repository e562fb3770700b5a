"""Files and functions stay small enough to be read in one go."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.sources import PACKAGES, ROOT, parsed, python_files

MOST_LINES_IN_A_FILE = 400
MOST_LINES_IN_A_FUNCTION = 50
MIGRATIONS = ROOT / "events" / "store" / "migrations" / "versions"
"""A step of the schema is one list of statements, however long, and is never changed again."""


def too_long(path: Path) -> list[str]:
    """Name the file and the functions in it that are above the limits."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    found = [f"{path}: {lines} lines"] if lines > MOST_LINES_IN_A_FILE else []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_LINES_IN_A_FUNCTION:
                found.append(f"{path}:{node.lineno} {node.name}: {length} lines")
    return found


def test_measuring_the_code_finds_nothing_above_the_limits() -> None:
    """No file is above 400 lines and no function above 50."""
    files = [path for path in python_files(*PACKAGES, "tests", "scripts") if path.parent != MIGRATIONS]
    found = [row for path in files for row in too_long(path)]
    assert not found, "\n".join(found)


def test_measuring_a_planted_long_function_finds_it(tmp_path: Path) -> None:
    """The rule bites: 51 lines are one too many, and so are 401 in a file."""
    planted = tmp_path / "planted.py"
    planted.write_text("def long():\n" + "    pass\n" * 50 + "x = 1\n" * 350, encoding="utf-8")
    assert [row.split(" ", 1)[1] for row in too_long(planted)] == ["401 lines", "long: 51 lines"]


def test_counting_the_top_level_finds_only_what_the_customer_fixed() -> None:
    """The top level is fixed by the customer; dotfiles and what git ignores stand beside it."""
    folders = {"workflow", "events", "projections", "calendars", "tests", "scripts"}
    fixed = folders | {"pyproject.toml", "README.md"}
    made_by_use = {"var", "build", "fristvakt.egg-info"}
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert there - made_by_use == fixed

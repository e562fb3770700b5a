"""Only one file may ask what time it is; everybody else is told."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.sources import PACKAGES, ROOT, parsed, python_files

THE_CLOCK = ROOT / "workflow" / "app" / "clock.py"
ASKING = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "create_timestamp"}
OF = {"datetime", "date", "dt", "time", "_dt", "event_class"}


def asks_the_time(path: Path) -> list[str]:
    """Name every call such as datetime.now(), date.today() or time.time() in the file."""
    return [
        f"{path}:{node.lineno} {ast.unparse(node.func)}"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ASKING
        and ast.unparse(node.func.value).rpartition(".")[2] in OF
        and not (node.args and node.func.attr == "time")
    ]


def test_searching_the_packages_finds_the_clock_asked_in_one_file_only() -> None:
    """Replays and tests can set the time, because nothing asks for it behind their back."""
    found = [row for path in python_files(*PACKAGES) if path != THE_CLOCK for row in asks_the_time(path)]
    assert not found, "\n".join(found)


def test_searching_the_clock_itself_finds_the_call() -> None:
    """The one file that may ask does ask, so the search sees such calls."""
    assert asks_the_time(THE_CLOCK)


def test_searching_a_planted_call_finds_it(tmp_path: Path) -> None:
    """The rule bites on every spelling."""
    planted = tmp_path / "planted.py"
    planted.write_text(
        "import datetime as dt, time\nfrom datetime import date\n"
        "dt.datetime.now(dt.UTC)\ndate.today()\ntime.time()\ndt.datetime.utcnow()\n",
        encoding="utf-8",
    )
    assert len(asks_the_time(planted)) == 4

"""How long a person waits for the command line to come alive."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.benchmarks.frame import Row, in_turn, milliseconds

MOST_SECONDS = 0.3


def measure() -> Iterator[Row]:
    """Measure `fristvakt --version` against a Python that does nothing."""
    ours = [str(Path(sys.executable).parent / "fristvakt"), "--version"]
    nothing = [sys.executable, "-c", "pass"]
    timed = in_turn(lambda: _run(nothing), lambda: _run(ours), rounds=9)
    yield Row(
        "start of the command line",
        "fristvakt --version",
        "python -c pass",
        milliseconds(timed.floor),
        milliseconds(timed.ours),
        timed.times_floor,
        "under 0.3 s",
        timed.ours < MOST_SECONDS,
    )


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

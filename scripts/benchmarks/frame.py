"""What every measure needs: pairs of timings taken in turn, and one row of the table."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: ours against its floor, and the aim that design section 7 sets."""

    what: str
    where: str
    floor: str
    floor_figure: str
    our_figure: str
    ratio: float
    aim: str
    met: bool


def seconds(action: Callable[[], object]) -> float:
    """Time one run of an action."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


@dataclass(frozen=True)
class Pair:
    """Floor and ours, timed in turn: the medians in seconds, and the median of ours/floor pair by pair."""

    floor: float
    ours: float
    times_floor: float


def in_turn(floor: Callable[[], object], ours: Callable[[], object], rounds: int = 5) -> Pair:
    """Run floor and ours in turn after one warm-up, so that a drifting machine hits both alike."""
    floor()
    ours()
    timed = [(seconds(floor), seconds(ours)) for _ in range(rounds)]
    return Pair(
        statistics.median(row[0] for row in timed),
        statistics.median(row[1] for row in timed),
        statistics.median(row[1] / row[0] for row in timed),
    )


def milliseconds(value: float) -> str:
    """Write a time as a person reads it."""
    return f"{value * 1000:.2f} ms" if value < 1 else f"{value:.2f} s"


def per_second(count: int, value: float) -> str:
    """Write a rate as a person reads it."""
    return f"{count / value:,.0f}/s".replace(",", " ")

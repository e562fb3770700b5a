"""Where the projections stand, for people and for health checks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stopped:
    """Why a projection stopped: the event it could not take, its stored name, its stream, the error.

    Its rows stand as they were just before that event. When the cause is mended: `Engine.resume`.
    """

    position: int
    topic: str
    stream: str
    why: str


@dataclass(frozen=True, slots=True)
class Status:
    """One projection: the last event in its rows, and how far the newest event is ahead in positions."""

    name: str
    version: int
    position: int
    behind: int
    stopped: Stopped | None

    @property
    def is_live(self) -> bool:
        """Whether it follows the events."""
        return self.stopped is None

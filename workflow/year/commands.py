"""What a person may ask of a year; `year` is its number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteYearText:
    """Write what the trail cannot say for one place of a report; an empty text takes it away."""

    year: int
    report: Literal["year", "half-year"]
    place: str
    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TickDemand:
    """Say that the report meets a demand of a letter, and where."""

    year: int
    letter: UUID
    demand: str
    where: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UntickDemand:
    """Say that it does not meet it after all."""

    year: int
    letter: UUID
    demand: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseYear:
    """Close a year in which everything is decided; `checkpoint` is the digest of one that covers it."""

    year: int
    checkpoint: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenYear:
    """Open a closed year again, because something in it is to be changed after all."""

    year: int
    reason: str
    reference: str = ""
    by: str

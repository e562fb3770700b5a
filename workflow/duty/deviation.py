"""A deviation as its duty remembers it, with its measures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from events.vocabulary.deviation import Measure
from events.vocabulary.values import DeadlineFact


@dataclass(slots=True)
class FollowedMeasure:
    """A measure and what became of it; open until it is completed or dropped."""

    proposed: Measure
    due: dt.date
    completed: tuple[dt.date, str] | None = None
    """Day and result."""
    dropped: str = ""
    """Why it was dropped."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be carried out."""
        return self.completed is None and not self.dropped


@dataclass(slots=True)
class Deviation:
    """One deviation of a duty; `part` is «» where it is about the whole."""

    id: UUID
    number: int
    """What people call it: the duty's deviations counted from 1."""
    part: str
    discovered_on: dt.date
    missed: DeadlineFact | None = None
    """The deadline that passed, where the clock opened it."""
    cause: str = ""
    consequence: str = ""
    material: bool = False
    measures: dict[int, FollowedMeasure] = field(default_factory=dict)
    told: tuple[dt.date, str, str] | None = None
    """When the ministry was last told, how, and under which reference."""
    closed: tuple[dt.date, str] | None = None
    """Day and result."""

    @property
    def is_open(self) -> bool:
        """Whether it is not closed."""
        return self.closed is None

    @property
    def is_untouched(self) -> bool:
        """Whether the clock opened it and nobody has taken it further."""
        described = self.cause or self.consequence or self.material or self.measures or self.told
        return self.missed is not None and not described

    @property
    def open_measures(self) -> list[int]:
        """The numbers of the measures that are still to be carried out."""
        return [number for number, measure in self.measures.items() if measure.is_open]

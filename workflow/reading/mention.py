"""One place that speaks of a duty; several mentions become one proposal."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from workflow.reading.ledger import Phrase
from workflow.reading.model import Doubt, Place
from workflow.reading.references import Reference


class Where(StrEnum):
    """What kind of place it is."""

    LIST = "list"
    """A row that names an assignment: the goal's table, the R&D annex."""
    DESCRIPTION = "description"
    CALENDAR = "calendar"
    MEETINGS = "meetings"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline phrase of a mention, and the part it is for."""

    part: str
    phrase: Phrase


@dataclass
class Mention:
    """What one place says of one duty."""

    where: Where
    place: Place
    kind: str
    title: str
    reference: Reference | None = None
    goal: int | None = None
    dues: list[Due] = field(default_factory=list)
    context: str = ""
    """Words around it, by which prose is matched to a row of the calendar."""
    section: str = ""
    owed_to: str = ""
    led_by: str = ""
    doubts: list[Doubt] = field(default_factory=list)
    in_rd: bool = False

"""What a handler gets to work with, and what it gives back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from calendars.zone import OSLO

if TYPE_CHECKING:  # the store and its database are loaded by whoever wires the service
    from events.store.application import EventStore
    from workflow.directory.directory import Directory
    from workflow.letter.readings import Readings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: the streams it wrote to, and facts for whoever words the answer.

    `changed` is empty where the command found everything as it asks.
    """

    changed: tuple[UUID, ...] = ()
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Work:
    """One command's surroundings, inside its one transaction."""

    store: EventStore
    now: dt.datetime
    """The clock's answer for this command, aware, UTC."""
    directory: Directory
    readings: Readings
    agency: str

    @property
    def today(self) -> dt.date:
        """The civil day in Norway."""
        return self.now.astimezone(OSLO).date()

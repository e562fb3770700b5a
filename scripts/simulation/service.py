"""The service as its people use it: real parts, a clock that stands, and a mail server of its own."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from calendars.zone import OSLO
from projections.engine.duty.state import Duty
from projections.reminders import queries
from scripts.simulation.clock import StandingClock
from scripts.simulation.staff import Staff
from workflow.app.wiring import App
from workflow.refusals import Refusal
from workflow.work import Outcome


@dataclass(slots=True)
class Service:
    """Takes commands, and counts the ones that were refused: people err, and are told."""

    staff: Staff
    clock: StandingClock
    start: Callable[[], App]
    app: App = field(init=False)
    refused: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    _ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start for the first time."""
        self.app = self.start()

    def restart(self) -> None:
        """End and start again, as after a new version: nothing is remembered but what is stored."""
        self.app.close()
        self.app = self.start()

    @property
    def today(self) -> dt.date:
        """The civil day in Norway."""
        return self.clock().astimezone(OSLO).date()

    def do(self, command: object) -> Outcome | None:
        """Give a command, a second after the last one; None where it was refused."""
        self.clock.tick()
        try:
            outcome = self.app.handle(command)
        except Refusal as refusal:
            self.refused[f"{type(command).__name__}: {refusal.code}"] += 1
            return None
        self.done[type(command).__name__] += 1
        return outcome

    def duty(self, duty: UUID) -> Duty:
        """Give a duty as it stands."""
        with self.app.datastore.reading() as connection:
            found = queries.duty(connection, duty)
        assert found is not None, duty
        return found

    def has_ended(self, duty: UUID) -> bool:
        """Tell whether there is nothing more to do with a duty."""
        return self.duty(duty).state in ("accepted", "withdrawn", "carried_over")

    def is_open(self, duty: UUID, part: str) -> bool:
        """Tell whether a part is still to be delivered."""
        found = self.duty(duty)
        known = found.parts.get(part)
        ended = found.state in ("delivered", "accepted", "withdrawn", "carried_over")
        return not ended and known is not None and known.delivered_on is None and not known.dropped

    def person(self, email: str) -> str:
        """Give the id of a member of the staff."""
        if email not in self._ids:
            self._ids[email] = self.app.directory.find_person(email).id
        return self._ids[email]

    def owner(self, duty: UUID) -> str:
        """Give who answers for a duty, or a controller where nobody does."""
        return self.duty(duty).owner or self.controller

    @property
    def controller(self) -> str:
        """The controller who writes things down."""
        return self.person(self.staff.controllers[0].email)

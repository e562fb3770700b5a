"""An agency's office for tests: every real part, a clock that stands, and letters that were read before."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from events.store.application import EventStore
from events.store.datastore import Datastore
from workflow.confirming.review import Review
from workflow.directory.directory import Directory
from workflow.directory.importing import import_lists
from workflow.duty.aggregate import Duty
from workflow.handling import Handling
from workflow.letter.commands import AcceptProposals, ConfirmLetter, RegisterLetter
from workflow.letter.readings import Readings
from workflow.reading.model import Reading
from workflow.report_series.report_series import ReportSeries
from workflow.work import Outcome

AGENCY = "Direktoratet for prøver"
BY = "p-controller"
NOW = dt.datetime(2026, 2, 2, 8, 0, tzinfo=dt.UTC)
PEOPLE = "name;email;unit\nKari Nes;kari@prove.no;Analyse\nOla Li;ola@prove.no;Analyse\n"


class Office:
    """Registers readings as letters, gives commands, and looks at what came of them."""

    def __init__(self, datastore: Datastore, now: dt.datetime = NOW) -> None:
        """Open the office on a database."""
        self.now = now
        self.shelf: dict[bytes, Reading] = {}
        self.store = EventStore(datastore)
        self.datastore = datastore
        self.directory = Directory(datastore)
        readings = Readings(datastore, lambda _name, content, _year: self.shelf[content], "test")
        self.handling = Handling(self.store, lambda: self.now, self.directory, readings, AGENCY)

    def register(self, reading: Reading, name: str = "brev.md", **more: Any) -> UUID:
        """Register a letter that reads so; give its id."""
        content = f"{name} {more}".encode()
        self.shelf[content] = reading
        outcome = self.do(RegisterLetter(name=name, content=content, by=BY, **more))
        letter = outcome.facts["letter"]
        assert isinstance(letter, UUID)
        return letter

    def do(self, command: Any) -> Outcome:
        """Give a command."""
        return self.handling.handle(command)

    def accept(self, letter: UUID, *keys: str, **decisions: str) -> Outcome:
        """Accept proposals, with decisions by code."""
        return self.do(AcceptProposals(letter=letter, keys=keys, decisions=decisions, by=BY))

    def confirm(self, letter: UUID) -> Outcome:
        """Close a letter."""
        return self.do(ConfirmLetter(letter=letter, by=BY))

    def review(self, letter: UUID) -> Review:
        """Look at a letter."""
        return self.handling.review(letter)

    def duties(self, letter: UUID, key: str) -> list[Duty | ReportSeries]:
        """Give what a decided proposal became."""
        decided = self.review(letter).letter.decided[key]
        found = [self.store.load(one) for one in decided.duties]
        return [one for one in found if isinstance(one, Duty | ReportSeries)]

    def duty(self, letter: UUID, key: str) -> Duty:
        """Give the one duty that a proposal became."""
        (found,) = self.duties(letter, key)
        assert isinstance(found, Duty)
        return found

    def series(self, letter: UUID, key: str) -> ReportSeries:
        """Give the one series that a proposal became."""
        (found,) = [one for one in self.duties(letter, key) if isinstance(one, ReportSeries)]
        return found

    def occurrence(self, series: ReportSeries, day: str) -> Duty:
        """Give the report that a series opened for a day, under today's rule or an earlier one."""
        wanted = dt.date.fromisoformat(day)
        found = self.store.load(next(one for one, stated in series.reports.items() if stated == wanted))
        assert isinstance(found, Duty)
        return found

    def position(self) -> int:
        """Give the number of events so far."""
        return self.store.last_position()

    def staff(self) -> None:
        """Import two people of one unit."""
        ids = iter(range(100))
        import_lists(self.datastore, lambda: f"id-{next(ids)}", PEOPLE.encode())

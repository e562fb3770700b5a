"""An office that has meetings, with the projection that knows what hangs on them."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from events.store.datastore import Datastore
from projections.engine.engine import Engine
from projections.register.projection import Register
from projections.reminders.projection import Reminders
from tests.kit.office import BY, Office
from workflow.duty.aggregate import Duty
from workflow.giving.commands import GiveDuty
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.meetings.commands import AddPaper, MoveMeeting
from workflow.meetings.plan import MovePlan
from workflow.work import Outcome

WHY, FROM = "Avtalt i møte", "26/118-7"


class Secretariat(Office):
    """Gives commands, brings the projection along, and looks at what came of it."""

    def __init__(self, datastore: Datastore) -> None:
        """Open the office with its projection."""
        super().__init__(datastore)
        self.engine = Engine(self.store, datastore, [Register(), Reminders()])

    def do(self, command: Any) -> Outcome:
        """Give a command."""
        outcome = super().do(command)
        self.engine.catch_up()
        return outcome

    def given(self, title: str, kind: str = "meeting", words: str = "14.10.2026", **more: Any) -> UUID:
        """Give a duty; give its id."""
        asked = GiveDuty(title=title, kind=kind, words=words, channel="email", source=FROM, by=BY, **more)
        found = self.do(asked).facts["duty"]
        assert isinstance(found, UUID)
        return found

    def paper(self, meeting: UUID, title: str, words: str = "to uker før møtet") -> Duty:
        """Ask for a paper."""
        outcome = self.do(AddPaper(meeting=meeting, title=title, words=words, by=BY))
        return self.of(outcome.changed[0])

    def of(self, id: UUID) -> Duty:
        """Give a duty as it stands."""
        found = self.store.load(id)
        assert isinstance(found, Duty)
        return found

    def meeting(self, id: UUID) -> GovernanceMeeting:
        """Give a meeting as it stands."""
        found = self.of(id)
        assert isinstance(found, GovernanceMeeting)
        return found

    def day(self, id: UUID) -> dt.date | None:
        """Give the stated day of a duty without parts."""
        current = self.of(id).parts[""].current
        assert current is not None
        return current.day

    def plan(self, meeting: UUID, words: str = "21.10.2026", **more: Any) -> MovePlan:
        """Ask what moving would do."""
        plan = self.moved(meeting, words, **more).facts["plan"]
        assert isinstance(plan, MovePlan)
        return plan

    def moved(self, meeting: UUID, words: str = "21.10.2026", plan: str = "", **more: Any) -> Outcome:
        """Move a meeting, or make the plan of it."""
        asked = {"reason": WHY, "source": FROM, "by": BY} | more
        return self.do(MoveMeeting(meeting=meeting, words=words, plan=plan, **asked))

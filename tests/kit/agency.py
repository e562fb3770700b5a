"""An agency that is reminded: real parts on a real database, a clock that a test sets, a real mail server."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

from sqlalchemy import insert, update

from calendars.zone import OSLO
from events.store.datastore import Datastore
from projections.engine.tables import positions
from projections.notices.queries import NoticeFilter, NoticeRow, listed
from projections.reminders.queries import open_duties
from tests.kit.happened import Past
from tests.kit.mail_server import HOST
from workflow.app.mail.settings import MailSettings
from workflow.app.scheduling.leading import Leading
from workflow.app.scheduling.lease import Lease
from workflow.app.scheduling.look import Look
from workflow.app.settings import Settings
from workflow.app.wiring import App
from workflow.directory.erasing import erase
from workflow.directory.tables import person

NAME = "Direktoratet for prøver"
SENDER = "fristvakt@prove.example"
DIRECTOR, CONTROLLER = "p-director", "p-controller"
TEN_BEFORE = "2026-03-02T07:00"
"""Ten working days before `DUE`, when reminders may go."""
DUE = "2026-03-16"


def oslo(moment: str, fold: int = 0) -> dt.datetime:
    """Give a moment of Norwegian clocks in UTC; `fold` 1 is the second time an hour comes, in autumn."""
    return dt.datetime.fromisoformat(moment).replace(tzinfo=OSLO, fold=fold).astimezone(dt.UTC)


class Agency:
    """The service as the scheduler has it. `now` is what its clock says."""

    def __init__(self, url: str, port: int | None, now: str = TEN_BEFORE, timeout: float = 5) -> None:
        """Open the service on a prepared database; no port is no mail."""
        self.now = oslo(now)
        self.datastore = Datastore(url)
        mail = MailSettings(HOST, port, "none", SENDER, "Fristvakt", timeout=timeout) if port else None
        settings = Settings(
            Path.cwd(), url, NAME, "nb", "", "http://127.0.0.1:9", "127.0.0.1", 8000, mail=mail
        )
        self.app = App(settings, lambda: self.now, lambda: "id", self.datastore)
        self.past = Past()

    def staffed(self, *owners: str) -> Agency:
        """Fill the directory: a director, a controller, and owners under the director."""
        self._hire("manager", DIRECTOR, None)
        self._hire("controller", CONTROLLER, DIRECTOR)
        return self.staffed_more(*owners)

    def staffed_more(self, *owners: str) -> Agency:
        """Take on owners under the director."""
        for owner in owners:
            self._hire("contributor", owner, DIRECTOR)
        return self

    def _hire(self, role: str, who: str, above: str | None) -> None:
        row = {"id": who, "name": f"Navn {who}", "email": f"{who}@prove.example", "role": role,
               "manager": above, "language": "nb", "digest_off": True}  # fmt: skip
        with self.datastore.unit_of_work() as connection:
            connection.execute(insert(person).values(row))

    def owing(self, owner: str, name: str, due: str = DUE) -> Agency:
        """Let a person answer for an assignment that was given in January."""
        self.past.assignment(name).due(name, due).owned(name, owner)
        return self.recorded()

    def recorded(self) -> Agency:
        """Record what happened since."""
        self.app.store.save(*self.past.events[self._saved :])
        self._saved = len(self.past.events)
        return self

    _saved = 0

    def erase(self, who: str) -> None:
        """Let a person leave without a trace."""
        erase(self.datastore, who, CONTROLLER, self.now)

    def stop_projection(self, name: str) -> None:
        """Let a projection stand still, as after an event that it cannot read."""
        self.app.catch_up()
        stopped = {"state": "stopped", "error_position": 1, "error_topic": "", "error_stream": None,
                   "error_why": "unreadable"}  # fmt: skip
        with self.datastore.unit_of_work() as connection:
            connection.execute(update(positions).where(positions.c.name == name).values(stopped))

    def looking(self, holder: str = "this") -> Look:
        """Give a look as the process `holder` has it."""
        return Look(self.app, self.leading(holder))

    def leading(self, holder: str = "this") -> Leading:
        """Give the place of the process `holder` among those that might lead."""
        return Leading(Lease(self.datastore, "scheduler", holder), self.app.clock)

    def at(self, moment: str) -> Agency:
        """Let the clock say so."""
        self.now = oslo(moment)
        return self

    def later(self, **span: float) -> Agency:
        """Let time pass."""
        self.now += dt.timedelta(**span)
        return self

    def notices(self, *states: str) -> list[NoticeRow]:
        """Give the notices, or those of these states."""
        self.app.catch_up()
        with self.datastore.reading() as connection:
            return listed(connection, NoticeFilter(states=states))

    def missed(self) -> list[str]:
        """Give the references of the duties with a deadline that the clock saw pass."""
        with self.datastore.reading() as connection:
            duties = open_duties(connection)
        return [
            duty.reference
            for duty in duties
            if any(each.missed is not None for each in duty.deviations.values())
        ]

    def states(self) -> Counter[str]:
        """Count the notices by state; a skipped one by its reason."""
        return Counter(each.reason or each.state for each in self.notices())

    def close(self) -> None:
        """Give every connection back."""
        self.app.close()

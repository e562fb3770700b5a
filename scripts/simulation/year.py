"""The year, played day by day: people act, the service looks, and what arrives is kept."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from events.store.application import EventStore
from events.store.migrate import upgrade
from events.vocabulary.base import Event
from projections.reminders.queries import open_duties
from scripts.simulation import letter, staff, staffing
from scripts.simulation.agenda import Agenda, Span
from scripts.simulation.arrived import Arrived
from scripts.simulation.chances import Chances
from scripts.simulation.clock import StandingClock
from scripts.simulation.deviations import Deviations
from scripts.simulation.evidence import Evidence
from scripts.simulation.incidents import Incidents
from scripts.simulation.instants import at, instants_of
from scripts.simulation.letter import Chosen
from scripts.simulation.lives import Lives
from scripts.simulation.meetings import Meetings
from scripts.simulation.oracle.people import Office
from scripts.simulation.oracle.working_days import next_working_day
from scripts.simulation.service import Service
from tests.kit.mail_server import Fault, MailServer
from workflow.app.scheduling.look import Look
from workflow.app.scheduling.ticker import leading_of
from workflow.app.settings import Settings, from_environment
from workflow.app.wiring import bootstrap, datastore_of
from workflow.work import Outcome

PAGE = 1000
RESTARTS = 12
"""How often the service is started anew in the days that are played."""


@dataclass(slots=True)
class Year:
    """One year of one agency, in a folder of its own."""

    letter: Chosen
    folder: Path
    seed: int
    last: dt.date
    server: MailServer
    clock: StandingClock = field(init=False)
    service: Service = field(init=False)
    incidents: Incidents = field(init=False)
    agenda: Agenda = field(default_factory=Agenda)
    arrived: list[Arrived] = field(default_factory=list)
    looks: list[dt.datetime] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    _begun: set[UUID] = field(default_factory=set)

    @property
    def first(self) -> dt.date:
        """The first working day of the year, on which the letter is confirmed."""
        return next_working_day(dt.date(self.letter.year, 1, 1))

    def play(self) -> Evidence:
        """Play every instant of every day, and give what is left of it."""
        lives, meetings = self._open()
        span = self.incidents.span
        restarts = {span.working_day(number / RESTARTS) for number in range(1, RESTARTS)}
        with _errors(self.errors):
            look = self._look()
            for moment in instants_of(self.first, self.last):
                self.clock.set(moment)
                if moment.astimezone(dt.UTC).date() in restarts and moment == at(moment.date(), 6):
                    self.service.restart()
                    look = self._look()
                    self._begin(lives, meetings)
                for doing in self.agenda.due(moment):
                    doing()
                self._pass(moment, look)
        return self._evidence()

    def _open(self) -> tuple[Lives, Meetings]:
        """Employ the staff, confirm the letter, and plan what people will do."""
        chances = Chances(self.seed)
        people = staff.made(self.letter.year, chances)
        self.clock = StandingClock(at(self.first, 8))
        settings = _settings(self.folder, self.server.port)
        with closing(datastore_of(settings)) as datastore:
            upgrade(datastore)
        self.service = Service(people, self.clock, lambda: bootstrap(settings, self.clock))
        staffing.employ(self.service.app, people)
        letter.confirm(self.service.app, self._must, self.letter, people, chances)
        deviations = Deviations(self.service, self.agenda, chances)
        lives = Lives(self.service, self.agenda, chances, deviations)
        span = Span(self.first, self.last)
        self.incidents = Incidents(self.service, self.agenda, chances, lives, span)
        meetings = Meetings(self.service, self.agenda, chances, lives)
        self._begin(lives, meetings)
        self.incidents.plan()
        return lives, meetings

    def _must(self, command: object) -> Outcome:
        outcome = self.service.do(command)
        assert outcome is not None, (command, self.service.refused)
        return outcome

    def _begin(self, lives: Lives, meetings: Meetings) -> None:
        """Plan what becomes of every duty that is new."""
        with self.service.app.datastore.reading() as connection:
            duties = open_duties(connection)
        for duty in sorted(duties, key=lambda one: (one.reference, one.id)):
            if duty.id not in self._begun:
                self._begun.add(duty.id)
                lives.begin(duty.id)
                meetings.begin(duty.id)

    def _look(self) -> Look:
        app = self.service.app
        return Look(app, leading_of(app))

    def _pass(self, moment: dt.datetime, look: Look) -> None:
        """Let the service look, unless it is down, and keep what arrives."""
        first, last = self.incidents.downtime
        if first <= moment < last:
            return
        down = any(begins <= moment < ends for begins, ends in self.incidents.outages)
        self.server.faults[:] = [Fault("CONNECT", "421 4.3.2 closed for maintenance")] if down else []
        before = len(self.server.received)
        look()
        now = self.clock()
        if not down:
            self.looks.append(now)
        for mail in self.server.received[before:]:
            self.arrived.append(Arrived(now, mail.recipients, mail.content))

    def _evidence(self) -> Evidence:
        app = self.service.app
        employed = {self.service.person(one.email): one.email for one in self.service.staff.members}
        units = {one.id: one.name for one in app.directory.units()}
        office = Office(self.service.staff, employed, units, self.incidents.left)
        return Evidence(list(_events(app.store)), self.arrived, office, self.looks)


def _settings(folder: Path, port: int) -> Settings:
    return from_environment(
        {
            "FRISTVAKT_HOME": str(folder),
            "FRISTVAKT_AGENCY": "direktoratet",
            "FRISTVAKT_BASE_URL": "https://frist.direktoratet.example",
            "FRISTVAKT_MAIL_HOST": "127.0.0.1",
            "FRISTVAKT_MAIL_PORT": str(port),
            "FRISTVAKT_MAIL_SECURITY": "none",
            "FRISTVAKT_MAIL_FROM": "Fristvakt <fristvakt@direktoratet.example>",
        }
    )


def _events(store: EventStore) -> Iterator[Event]:
    position = 0
    while page := store.recorded(position, PAGE):
        yield from (recorded.event for recorded in page)
        position = page[-1].position


@contextmanager
def _errors(found: list[str]) -> Iterator[None]:
    """Keep every error that the service logs."""

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(self.format(record))

    keeping = Keeping(logging.ERROR)
    logging.getLogger().addHandler(keeping)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(keeping)

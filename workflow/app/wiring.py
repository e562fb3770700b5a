"""The one place where the parts meet: real ones, or those a test gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from events.store import migrate
from events.store.application import EventStore
from events.store.datastore import Datastore
from projections.deviations.projection import Deviations
from projections.due.projection import Due
from projections.engine.engine import Engine
from projections.engine.projection import Projection
from projections.feeds.projection import Feeds
from projections.notices.projection import Notices
from projections.register.projection import Register
from projections.reminders.projection import Reminders
from projections.waiting.projection import Waiting
from workflow.app.clock import Clock, now, today
from workflow.app.settings import Settings
from workflow.directory.directory import Directory
from workflow.directory.people import Person, Unit
from workflow.feeds.subscriptions import Subscriptions
from workflow.feeds.usage import Usage
from workflow.language import N_, translator
from workflow.work import Outcome

if TYPE_CHECKING:  # loaded when they are used: a query needs neither commands nor the reader
    from workflow.handling import Handling
    from workflow.letter.readings import LetterRow, Readings
    from workflow.notices.raising import Raising
    from workflow.notices.sending import Sending
    from workflow.reading.model import Reading

NewId = Callable[[], str]


def random_id() -> str:
    """Give an id that means nothing, so that whoever it stands for can be forgotten."""
    return str(uuid4())


class App:
    """The service with its parts. Every door (command line, web, scheduler) uses the same ones."""

    def __init__(self, settings: Settings, clock: Clock, new_id: NewId, datastore: Datastore) -> None:
        """Wire the parts on this database; use `bootstrap`, which checks it first."""
        self.settings = settings
        self.clock = clock
        self.new_id = new_id
        self.datastore = datastore
        self.store = EventStore(datastore)
        self.engine = Engine(self.store, datastore, _projections())
        self.directory = Directory(datastore)
        self.subscriptions = Subscriptions(datastore)
        self.usage = Usage(self.subscriptions)

    @cached_property
    def readings(self) -> Readings:
        """Documents and what was read in them."""
        from workflow.letter.readings import Readings
        from workflow.reading.reader import READER_VERSION

        return Readings(self.datastore, _read, READER_VERSION)

    @cached_property
    def handling(self) -> Handling:
        """The door for commands."""
        from workflow.handling import Handling

        return Handling(self.store, self.clock, self.directory, self.readings, self.settings.agency)

    @cached_property
    def raising(self) -> Raising:
        """What raises the notices that fall due."""
        from workflow.app.mailing import raising_of

        return raising_of(self)

    @cached_property
    def sending(self) -> Sending | None:
        """What sends the mails that wait; None where the settings name no mail server."""
        from workflow.app.mailing import sending_of

        return None if self.settings.mail is None else sending_of(self, self.settings.mail)

    def handle(self, command: object) -> Outcome:
        """Do what a command asks, and bring the projections along. Raises `Refusal`."""
        outcome = self.handling.handle(command)
        self.engine.catch_up()
        return outcome

    def catch_up(self) -> None:
        """Bring every projection to the newest event."""
        self.engine.catch_up()

    def today(self) -> dt.date:
        """Give the civil day in Norway."""
        return today(self.clock)

    def letters(self) -> list[LetterRow]:
        """List the letters in the order they came in."""
        return self.readings.letters(self.settings.agency)

    def names(self) -> dict[str, str]:
        """Give what to call every person and unit, by id; who was erased is nobody in particular."""
        everyone: list[Person | Unit] = [*self.directory.people(), *self.directory.units()]
        nobody = translator(self.settings.language).gettext(N_("erased person"))
        return {one.id: one.name for one in everyone} | dict.fromkeys(self.directory.erased(), nobody)

    def close(self) -> None:
        """Give back every connection."""
        self.datastore.close()


def bootstrap(settings: Settings, clock: Clock = now, new_id: NewId = random_id) -> App:
    """Wire the service. Raises `StoreUnavailable` where the database is not of this version."""
    datastore = datastore_of(settings)
    migrate.check(datastore)
    return App(settings, clock, new_id, datastore)


def datastore_of(settings: Settings) -> Datastore:
    """Open the database of the settings; the folder of the default one is made where it is missing."""
    datastore = Datastore(settings.database_url)
    if not datastore.is_postgres and datastore.url.database:
        Path(datastore.url.database).parent.mkdir(parents=True, exist_ok=True)
    return datastore


def _projections() -> list[Projection]:
    """Give everything that is kept as rows."""
    return [Register(), Due(), Feeds(), Deviations(), Waiting(), Reminders(), Notices()]


def _read(name: str, content: bytes, year: int | None) -> Reading:
    """Read a letter."""
    from workflow.reading.documents.door import text_of
    from workflow.reading.reader import read_letter

    return read_letter(text_of(name, content), year)

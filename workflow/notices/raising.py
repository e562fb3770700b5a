"""Raising: what falls due now is recorded, each notice once, with the mail that will carry it."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from eventsourcing.persistence import IntegrityError
from sqlalchemy import insert

from calendars.zone import OSLO
from events.store.application import EventStore
from projections.engine.duty.state import Duty
from projections.notices.queries import raised_about
from projections.reminders.queries import open_duties
from workflow.duty.state import Stamp
from workflow.notices.hours import is_open
from workflow.notices.merging import Bundle, bundles
from workflow.notices.model import Planned
from workflow.notices.notice import RaisedNotice
from workflow.notices.outbox import WAITING
from workflow.notices.picture import Picture
from workflow.notices.planner import beyond, due_now, until_today
from workflow.notices.said import Said
from workflow.notices.tables import mail
from workflow.notices.working_days import working_days

log = logging.getLogger(__name__)

ATTEMPTS = 3
"""How often it is planned anew when another process was first."""
LOOK_AGAIN = dt.timedelta(minutes=1)
"""How long nothing is looked at anew where nothing was recorded: people, absences and hours change."""
A_FORTNIGHT = dt.timedelta(days=14)
"""How far back it matters which digests were raised."""
THE_SERVICE = "fristvakt"
"""Who raises notices: nobody decides it, the rules did."""


@dataclass(frozen=True, slots=True)
class Raised:
    """How many notices were raised to be sent, how many skipped at once, and in how many mails."""

    notices: int = 0
    skipped: int = 0
    mails: int = 0


@dataclass(frozen=True, slots=True)
class _Looked:
    """When nothing was due, and after which event."""

    at: dt.datetime
    position: int


class Raising:
    """Raises what is due. Safe to run in any number of processes: the store refuses the second.

    `catch_up` brings the projections to the newest event before each try.
    """

    def __init__(
        self, store: EventStore, picture: Picture, agency: str, catch_up: Callable[[], object]
    ) -> None:
        """Raise into this store."""
        self._store = store
        self._picture = picture
        self._agency = agency
        self._catch_up = catch_up
        self._looked: _Looked | None = None
        self._told_beyond: frozenset[object] = frozenset()

    def raise_due(self, now: dt.datetime) -> Raised:
        """Raise everything that is due at a moment, whole or not at all; then nothing more is due."""
        if self._nothing_new(now):
            return Raised()
        for _ in range(ATTEMPTS):
            self._catch_up()
            position = self._store.last_position()
            planned = self.due(now)
            try:
                raised = self._write(planned, now)
            except IntegrityError:
                continue  # another process raised some of it: it is there at the next look
            if not planned:
                self._looked = _Looked(now, position)
            return raised
        log.warning("others keep raising the same notices; the next tick looks again")
        return Raised()

    def due(self, now: dt.datetime) -> list[Planned]:
        """Give what would be raised at a moment, as the projections stand."""
        with self._store.datastore.reading() as connection:
            duties = open_duties(connection)
            around = self._picture.at(now, duties)
            fallen = until_today(duties, around)
            said = Said(raised_about(connection, _about(fallen), around.today - A_FORTNIGHT), around.today)
        self._tell_beyond(duties)
        return due_now(fallen, around, now, said)

    def _nothing_new(self, now: dt.datetime) -> bool:
        """Tell whether it is night, or a look moments ago found nothing and nothing happened since."""
        if not is_open(now.astimezone(OSLO), working_days()):
            return True
        looked = self._looked
        recent = looked is not None and dt.timedelta(0) <= now - looked.at < LOOK_AGAIN
        return recent and looked is not None and looked.position == self._store.last_position()

    def _write(self, planned: list[Planned], now: dt.datetime) -> Raised:
        going = [each for each in planned if each.skip is None]
        mails = bundles(going, self._agency)
        stamp = Stamp(now, THE_SERVICE)
        carried = [
            RaisedNotice.raise_(one, self._agency, each.id, stamp) for each in mails for one in each.notices
        ]
        skipped = [self._skipped(each, stamp) for each in planned if each.skip is not None]
        with self._store.datastore.unit_of_work() as connection:
            if planned:
                self._store.save(*carried, *skipped)
            if mails:
                connection.execute(insert(mail), [_row(each, now) for each in mails])
        return Raised(len(carried), len(skipped), len(mails))

    def _skipped(self, planned: Planned, stamp: Stamp) -> RaisedNotice:
        assert planned.skip is not None
        raised = RaisedNotice.raise_(planned.notice, self._agency, None, stamp)
        raised.skip(planned.skip, stamp)
        return raised

    def _tell_beyond(self, duties: list[Duty]) -> None:
        """Say once of which duties nothing can be planned, so that nobody waits for notices of them."""
        found = frozenset((duty.reference, year) for duty, year in beyond(duties))
        for reference, year in sorted(found - self._told_beyond):
            log.warning("no notices about %s: the holidays of %s are not verified", reference, year)
        self._told_beyond = found


def _about(planned: list[Planned]) -> set[UUID]:
    return {each.notice.duty for each in planned if each.notice.duty is not None}


def _row(bundle: Bundle, now: dt.datetime) -> dict[str, object]:
    return {
        "id": bundle.id,
        "recipient": bundle.recipient,
        "kind": bundle.kind,
        "created_at": now,
        "state": WAITING,
        "attempts": 0,
        "not_before": now,
        "leased_until": None,
        "answer": "",
    }

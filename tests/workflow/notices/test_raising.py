from __future__ import annotations

import datetime as dt
import threading
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, select

from events.store.application import EventStore
from events.store.datastore import Datastore
from events.vocabulary import assignment
from events.vocabulary.values import DeadlineFact
from projections.engine.engine import Engine
from projections.notices.projection import Notices
from projections.notices.queries import NoticeFilter, NoticeRow, listed
from projections.reminders.projection import Reminders
from tests.kit.happened import Past, on, record, stream
from tests.workflow.notices.made import OWNER, PEOPLE, UNITS, moment
from workflow.directory.directory import Directory
from workflow.directory.tables import person, unit
from workflow.notices.foreseeing import foresee
from workflow.notices.picture import Picture
from workflow.notices.raising import Raised, Raising
from workflow.notices.tables import mail

AGENCY = "Direktoratet for prøver"


class Desk:
    """An agency with the made-up staff, its events and one who raises."""

    def __init__(self, datastore: Datastore) -> None:
        self.datastore = datastore
        self.store = EventStore(datastore)
        self.engine = Engine(self.store, datastore, [Reminders(), Notices()])
        self.picture = Picture(self.store, Directory(datastore), AGENCY)
        self.raising = Raising(self.store, self.picture, AGENCY, self.engine.catch_up)
        self.past = Past().letter()
        self.recorded = 0

    def staffed(self) -> Desk:
        """Fill the directory; nobody reads digests unless asked to."""
        with self.datastore.unit_of_work() as connection:
            for one in UNITS:
                connection.execute(insert(unit).values(id=one.id, name=one.name))
            for someone in PEOPLE:
                row = {"id": someone.id, "name": someone.name, "email": someone.email, "unit": someone.unit}
                row |= {"role": someone.role, "language": "nb", "digest_off": True}
                connection.execute(insert(person).values(row))
            for one in UNITS:
                above = {"parent": one.parent or None, "manager": one.manager or None}
                connection.execute(unit.update().where(unit.c.id == one.id).values(above))
        return self

    def happen(self, past: Past) -> None:
        """Record what happened since the last time."""
        record(self.store, past, self.recorded)
        self.recorded = len(past.events)

    def owed(self, name: str, due: DeadlineFact | str, owner: str = OWNER) -> None:
        """Let the owner owe something."""
        self.happen(self.past.assignment(name).due(name, due).owned(name, owner))

    def at(self, when: str) -> Raised:
        """Raise what is due at a moment of Norway's time."""
        return self.raising.raise_due(moment(when))

    def notices(self, **which: Any) -> list[NoticeRow]:
        """Give what was raised."""
        self.engine.catch_up()
        with self.datastore.reading() as connection:
            return listed(connection, NoticeFilter(**which))

    def mails(self) -> list[tuple[UUID, str, str]]:
        """Give the mails that wait."""
        with self.datastore.reading() as connection:
            return [(row.id, row.recipient, row.kind) for row in connection.execute(select(mail))]


class PowerCutError(Exception):
    """The machine stopped."""


def _cut_off(desk: Desk, when: str) -> None:
    """Raise, and stop before it is committed."""
    with desk.datastore.unit_of_work():
        desk.at(when)
        raise PowerCutError


@pytest.fixture
def desk(datastore: Datastore) -> Desk:
    """An agency on each database in turn."""
    return Desk(datastore).staffed()


def test_raising_what_is_due_records_each_notice_with_its_mail_once(desk: Desk) -> None:
    """The second look finds nothing to raise."""
    desk.owed("2026-02", "2026-03-16")
    assert desk.at("2026-02-16 07:00") == Raised(1, 0, 1)
    assert desk.at("2026-02-16 07:00:10") == Raised()
    assert desk.at("2026-02-17 07:00") == Raised()
    (row,) = desk.notices()
    ((waiting, recipient, kind),) = desk.mails()
    assert (row.step, row.recipient, row.mail, row.state) == ("-20", OWNER, waiting, "raised")
    assert (recipient, kind) == (OWNER, "reminder")


def test_fifty_duties_at_once_are_one_mail_a_person(desk: Desk) -> None:
    """Replanning fifty deadlines makes no flood."""
    for number in range(50):
        desk.owed(f"2026-{number}", "2026-03-16", OWNER if number % 2 else "p-other")
    assert desk.at("2026-03-02 09:00") == Raised(50, 50, 2)
    assert {row.reason for row in desk.notices(states=("skipped",))} == {"overtaken"}


def test_after_days_of_downtime_what_was_missed_goes_merged(desk: Desk) -> None:
    """Three days down over two deadlines' steps: one mail, one notice for each."""
    desk.owed("2026-02", "2026-03-16")
    desk.owed("2026-03", "2026-03-17")
    desk.at("2026-03-02 09:00")
    assert desk.at("2026-03-13 09:00") == Raised(2, 2, 1)
    assert [(row.step, row.state) for row in desk.notices(first=dt.date(2026, 3, 3))] == [
        ("-10", "skipped"),
        ("-5", "skipped"),
        ("-5", "raised"),
        ("-1", "raised"),
    ]


def test_a_delivery_since_the_last_look_ends_the_reminders(desk: Desk) -> None:
    """What is recorded counts at once, though a look a moment ago found nothing."""
    desk.owed("2026-02", "2026-03-16")
    desk.at("2026-03-13 07:00")
    assert desk.at("2026-03-13 08:00") == Raised()
    desk.happen(desk.past.delivered("2026-02", day="2026-03-13"))
    assert desk.at("2026-03-16 08:00") == Raised()


def test_a_deadline_recorded_a_moment_after_a_look_is_seen(desk: Desk) -> None:
    """Nothing new is waited for: an event ends the pause between looks."""
    assert desk.at("2026-03-16 09:00:00") == Raised()
    desk.past.now = moment("2026-03-16 09:00")
    desk.owed("2026-02", "2026-03-17")
    assert desk.at("2026-03-16 09:00:05") == Raised(1, 0, 1)


def test_a_clock_set_back_raises_nothing_twice(desk: Desk) -> None:
    """Yesterday again: what was raised is raised."""
    desk.owed("2026-02", "2026-03-16")
    desk.at("2026-03-13 09:00")
    assert desk.at("2026-03-12 09:00") == Raised()
    assert desk.at("2026-03-13 09:00") == Raised()


def test_two_who_raise_at_the_same_moment_raise_each_notice_once(datastore: Datastore) -> None:
    """The store refuses the second, who looks again and finds it done."""
    desk = Desk(datastore).staffed()
    for number in range(20):
        desk.owed(f"2026-{number}", "2026-03-16")
    desks = [Desk(datastore), Desk(datastore), Desk(datastore)]
    start, raised = threading.Barrier(3), []

    def raise_now(each: Desk) -> None:
        start.wait()
        raised.append(each.at("2026-03-16 09:00"))

    threads = [threading.Thread(target=raise_now, args=(each,)) for each in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(raised, key=lambda one: one.mails) == [Raised(), Raised(), Raised(20, 80, 1)]
    assert len(desk.notices()) == 100
    assert len(desk.mails()) == 1


def test_raising_that_fails_midway_leaves_nothing(desk: Desk) -> None:
    """A power cut between the notices and their mails: all of it is raised at the next look, once."""
    desk.owed("2026-02", "2026-03-16")
    with pytest.raises(PowerCutError):
        _cut_off(desk, "2026-02-16 07:00")
    assert desk.mails() == []
    assert Raising(desk.store, desk.picture, AGENCY, desk.engine.catch_up).raise_due(
        moment("2026-02-16 07:00:20")
    ) == Raised(1, 0, 1)


def test_an_alert_does_not_share_a_mail_with_reminders(desk: Desk) -> None:
    """What is urgent is not buried among what is not."""
    desk.owed("2026-02", "2026-03-16", "p-controller")
    desk.owed("2026-03", "2026-03-17", "p-controller")
    desk.past.now = moment("2026-03-17 00:01")
    missed = {"deviation": stream("deviation"), "part": "", "deadline_version": 1}
    missed |= {"deadline": on("2026-03-16"), "missed_on": dt.date(2026, 3, 17)}
    desk.happen(desk.past.happens(assignment.AssignmentDeadlineMissed, "2026-02", **missed))
    desk.at("2026-03-17 08:00")
    mails = sorted((recipient, kind) for _, recipient, kind in desk.mails())
    assert mails == [
        ("p-controller", "alert"),
        ("p-controller", "reminder"),
        ("p-director", "alert"),
        ("p-second", "alert"),
    ]


def test_the_list_read_in_advance_is_what_comes(desk: Desk) -> None:
    """What will be sent in the next weeks, to whom and when, as it then is raised day by day."""
    desk.owed("2026-02", "2026-03-16")
    desk.owed("2026-03", "2026-04-07")
    desk.at("2026-02-16 09:00")
    desk.engine.catch_up()
    foreseen = foresee(desk.datastore, desk.picture, moment("2026-02-17 06:00"), 28)
    for days in range(28):
        day = dt.date(2026, 2, 17) + dt.timedelta(days=days)
        desk.at(f"{day} 09:00")
    came = {(row.duty, row.step, row.recipient, row.due_on) for row in desk.notices() if row.due_on.day != 16}
    expected = {
        (each.notice.duty, each.notice.step, each.notice.recipient, each.notice.due_on)
        for each in foreseen.planned
        if each.notice.due_on.day != 16
    }
    assert came == expected
    assert len(came) >= 4

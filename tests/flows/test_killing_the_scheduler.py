"""The scheduler killed at random moments between raising, leasing, sending and recording.

`FRISTVAKT_TEST_KILLS` says how often (8 unless it is set); the decision record 018 says what may
come twice, and these tests count the mails at the server against it.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from calendars.days import ONE_DAY, is_working_day
from tests.kit.agency import Agency
from tests.kit.mail_server import kept
from tests.kit.watch import Watch, mail_server
from workflow.notices.tables import mail

KILLS = int(os.environ.get("FRISTVAKT_TEST_KILLS", "8"))
OWNERS = 40
DUE_A_DAY = 3
FIRST = dt.date(2026, 1, 12)
MAILS_FIRST = (0, 1, 1, 2, 2, 3, 4, 6)
"""After how many mails of a look it may be killed; with none, mostly while it raises."""
SECONDS_OF_A_MAIL = 0.15
"""Enough to write, send and record one, and to begin the next."""
MINUTES_APART = 11
"""More than a mail's lease, and more than a leader's."""


def agency_with_a_busy_year(url: str, port: int) -> Agency:
    """Give an agency in which many people are reminded every day."""
    agency = Agency(url, port).staffed(*(f"p{number}" for number in range(OWNERS)))
    days = 2 * KILLS + 30
    for number in range(DUE_A_DAY * days):
        due = FIRST + dt.timedelta(days=7 + number % days)
        name = f"2026-{number:03}"
        agency.past.assignment(name).due(name, due.isoformat()).owned(name, f"p{number % OWNERS}")
    return agency.recorded()


def moments(count: int) -> list[str]:
    """Give moments of working days; now and then one more, which takes up what the one before left."""
    found: list[str] = []
    day = FIRST
    while len(found) < count:
        if is_working_day(day):
            found += [f"{day}T07:00", f"{day}T07:{MINUTES_APART}"][: 1 + (len(found) % 3 == 0)]
        day += ONE_DAY
    return found[:count]


def await_mails(watch: Watch, folder: Path, count: int) -> None:
    """Wait until so many more mails have come, or there are no more."""
    wanted = count + len(list(folder.glob("*.eml")))
    while len(list(folder.glob("*.eml"))) < wanted and not watch.has_looked:
        time.sleep(0.004)


def test_killing_the_scheduler_at_random_loses_nothing_and_doubles_only_as_documented(
    database_url: str, tmp_path: Path
) -> None:
    """Whatever was raised ends; a mail comes twice only where the kill fell between acceptance and record."""
    chance = random.Random(20260312)
    with mail_server(tmp_path / "mails") as port:
        agency = agency_with_a_busy_year(database_url, port)
        agency.app.catch_up()
        *to_kill, last = moments(KILLS + 1)
        for moment in to_kill:
            watch = Watch(database_url, port, moment, moment)
            await_mails(watch, tmp_path / "mails", chance.choice(MAILS_FIRST))
            time.sleep(chance.uniform(0, SECONDS_OF_A_MAIL))
            watch.kill()
        final = Watch(database_url, port, f"{last[:10]}T09:00", "final")
        final.looked()
        final.looked()
        final.kill()
        agency.at(f"{last[:10]}T09:00")
        told = Told(agency, tmp_path / "mails")
    told.check()
    print(told.figures())


class Told:
    """What the database says was sent, and what the server got."""

    def __init__(self, agency: Agency, folder: Path) -> None:
        agency.app.catch_up()
        self.still_due = agency.app.raising.due(agency.now)
        self.notices = agency.notices()
        self.arrived = Counter(str(each["Message-ID"]) for each in kept(folder))
        with agency.datastore.reading() as connection:
            self.mails = {f"<{row.id}@prove.example>": row for row in connection.execute(select(mail))}
        agency.close()

    @property
    def doubled(self) -> dict[str, int]:
        """Give the mails that came more than once."""
        return {message: count for message, count in self.arrived.items() if count > 1}

    def check(self) -> None:
        """Hold the two against each other."""
        assert self.still_due == []
        assert {each.state for each in self.notices} <= {"sent", "skipped"}
        assert {row.state for row in self.mails.values()} <= {"sent", "skipped"}
        sent = {each.message_id for each in self.notices if each.state == "sent"}
        assert sent
        assert sent <= set(self.arrived), "a notice is recorded as sent, and no mail came"
        for message, count in self.arrived.items():
            assert count <= self.mails[message].attempts, "a mail came more often than it was tried"
            assert message in sent or self.mails[message].attempts > 1, "a mail came that nobody recorded"

    def figures(self) -> str:
        """Say what was counted."""
        tried_again = sum(row.attempts > 1 for row in self.mails.values())
        states = Counter(each.reason or each.state for each in self.notices)
        return (
            f"kills {KILLS}: {dict(states)}, {len(self.mails)} mails, {tried_again} tried again, "
            f"{sum(self.arrived.values())} arrived, {len(self.doubled)} twice"
        )


@pytest.mark.parametrize("leading", [True, False], ids=["one leads", "nobody leads"])
def test_three_schedulers_at_once_send_each_notice_once(
    database_url: str, tmp_path: Path, leading: bool
) -> None:
    """Any number may run; even where all of them act, the outbox gives each mail to one."""
    with mail_server(tmp_path / "mails") as port:
        agency = agency_with_a_busy_year(database_url, port)
        agency.app.catch_up()
        moment = moments(5)[-1]
        watches = [Watch(database_url, port, moment, f"p{n}", leading=leading) for n in range(3)]
        for each in watches:
            each.looked()
            each.looked()
        for each in watches:
            each.kill()
        agency.at(moment)
        told = Told(agency, tmp_path / "mails")
    told.check()
    assert not told.doubled
    assert all(row.attempts == 1 for row in told.mails.values())

"""A process that dies at each point between raising a notice and recording what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

import pytest

from tests.kit.agency import Agency
from tests.kit.mail_server import Fault, MailServer
from workflow.app.mail.opening import post_of
from workflow.notices.outbox import Outbox
from workflow.notices.post import Delivery, Outgoing


class Died(BaseException):
    """The end of the process: nothing after it is done."""


class Dying:
    """A post in a process that dies: before it hands a mail over, or when the server has it."""

    def __init__(self, agency: Agency, *, delivered: bool) -> None:
        assert agency.app.settings.mail is not None
        self.post = post_of(agency.app.settings.mail)
        self.delivered = delivered

    def deliver(self, mails: Sequence[Outgoing]) -> Iterator[Delivery]:
        """Deliver, and die before saying so."""
        if self.delivered:
            next(self.post.deliver(mails))
        raise Died
        yield  # what makes it an iterator


@pytest.fixture
def server() -> Iterator[MailServer]:
    """Give a mail server that takes everything."""
    with MailServer() as running:
        yield running


@pytest.fixture
def agency(database_url: str, server: MailServer) -> Iterator[Agency]:
    """Give an agency with a reminder due now, on each database."""
    opened = Agency(database_url, server.port).staffed("p-kari", "p-ola").owing("p-kari", "2026-02")
    opened.app.catch_up()
    yield opened
    opened.close()


def looked_by_the_next(agency: Agency, server: MailServer, *, minutes: int) -> list[str]:
    """Let another process look so many minutes later, and give the Message-IDs that have arrived."""
    port = None if agency.app.settings.mail is None else agency.app.settings.mail.port
    url = agency.datastore.url.render_as_string(hide_password=False)
    after = Agency(url, port)
    after.now = agency.now
    after.later(minutes=minutes)
    assert after.looking("next")()
    after.close()
    return [str(each.message["Message-ID"]) for each in server.received]


def test_dying_before_raising_is_committed_leaves_it_to_the_next_look(
    agency: Agency, server: MailServer
) -> None:
    """Notices, mail and all are raised together or not at all."""
    with suppress(Died), agency.datastore.unit_of_work():
        assert agency.app.raising.raise_due(agency.now).mails == 1
        raise Died
    assert agency.notices() == []
    assert len(looked_by_the_next(agency, server, minutes=0)) == 1


def test_dying_after_raising_leaves_the_mail_to_whoever_leads_next(
    agency: Agency, server: MailServer
) -> None:
    """A mail that waits is sent at the next look."""
    agency.app.raising.raise_due(agency.now)
    assert len(looked_by_the_next(agency, server, minutes=0)) == 1


@pytest.mark.parametrize(("minutes", "arrived"), [(9, 0), (10, 1)])
def test_dying_with_a_mail_in_hand_sends_it_when_the_lease_has_run_out(
    agency: Agency, server: MailServer, minutes: int, arrived: int
) -> None:
    """Nobody touches a leased mail, and nobody need wait for a lease longer than it lasts."""
    agency.app.raising.raise_due(agency.now)
    assert len(Outbox(agency.datastore).lease(agency.now, 10)) == 1
    assert len(looked_by_the_next(agency, server, minutes=minutes)) == arrived


def test_dying_before_the_server_has_it_sends_it_once(agency: Agency, server: MailServer) -> None:
    """What was never handed over comes once."""
    agency.app.raising.raise_due(agency.now)
    assert agency.app.sending is not None
    agency.app.sending._post = Dying(agency, delivered=False)
    with pytest.raises(Died):
        agency.app.sending.send_due()
    assert len(looked_by_the_next(agency, server, minutes=10)) == 1


def test_dying_between_acceptance_and_record_sends_it_twice_by_the_same_message_id(
    agency: Agency, server: MailServer
) -> None:
    """The one window in which a mail comes twice: decision 18. The record tells of two attempts."""
    agency.app.raising.raise_due(agency.now)
    assert agency.app.sending is not None
    agency.app.sending._post = Dying(agency, delivered=True)
    with pytest.raises(Died):
        agency.app.sending.send_due()
    arrived = looked_by_the_next(agency, server, minutes=10)
    assert len(arrived) == 2
    assert len(set(arrived)) == 1
    assert [each.attempts for each in agency.notices("sent")] == [2]


def test_breaking_off_after_the_server_took_it_is_the_same_window(agency: Agency, server: MailServer) -> None:
    """A server that keeps a mail and breaks the connection before it says so gets it again."""
    server.faults.append(Fault("DOT", "keep and drop", times=1))
    assert agency.looking()()
    arrived = looked_by_the_next(agency, server, minutes=1)
    assert len(arrived) == 2
    assert len(set(arrived)) == 1


def test_dying_after_the_record_sends_only_what_is_left(agency: Agency, server: MailServer) -> None:
    """Of two mails the first was recorded: only the second follows."""
    agency.owing("p-ola", "2026-07").app.catch_up()
    agency.app.raising.raise_due(agency.now)

    def die_after_the_first() -> bool:
        if server.received:
            raise Died
        return True

    assert agency.app.sending is not None
    with pytest.raises(Died):
        agency.app.sending.send_due(die_after_the_first)
    arrived = looked_by_the_next(agency, server, minutes=10)
    assert len(arrived) == len(set(arrived)) == 2

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage

import pytest
from sqlalchemy import select

from events.store.errors import Reason, StoreUnavailable
from tests.kit.agency import CONTROLLER, DUE, Agency
from tests.kit.happened import stream
from tests.kit.mail_server import Fault, MailServer
from workflow.app.mailing import sending_of
from workflow.notices.commands import RetryNotices
from workflow.notices.draft import Draft
from workflow.notices.outbox import Outbox
from workflow.notices.sending import Sending
from workflow.notices.tables import mail


@pytest.fixture
def server() -> Iterator[MailServer]:
    """Give a mail server that takes everything."""
    with MailServer() as running:
        yield running


@pytest.fixture
def agency(sqlite_url: str, server: MailServer) -> Iterator[Agency]:
    """Give an agency with one duty ten working days before it is due."""
    opened = Agency(sqlite_url, server.port).staffed("p-kari", "p-ola").owing("p-kari", "2026-02")
    yield opened
    opened.close()


@pytest.fixture
def on_each(database_url: str, server: MailServer) -> Iterator[Agency]:
    """Give the same on each database, for what the database itself has a part in."""
    opened = Agency(database_url, server.port).staffed("p-kari", "p-ola").owing("p-kari", "2026-02")
    yield opened
    opened.close()


def raised(agency: Agency) -> Sending:
    """Raise what is due, and give what sends it."""
    agency.app.catch_up()
    agency.app.raising.raise_due(agency.now)
    assert agency.app.sending is not None
    return agency.app.sending


def rows(agency: Agency) -> list[tuple[str, int]]:
    """Give state and attempts of each mail."""
    with agency.datastore.reading() as connection:
        return [(row.state, row.attempts) for row in connection.execute(select(mail))]


def test_sending_what_waits_delivers_it_once_and_records_the_servers_answer(
    on_each: Agency, server: MailServer
) -> None:
    """The mail arrives, the notice is sent with its Message-ID, and a second look finds nothing."""
    sending = raised(on_each)
    assert sending.send_due() == {"sent": 1}
    assert sending.send_due() == {}
    (received,) = server.received
    (notice,) = on_each.notices("sent")
    assert received.recipients == ("p-kari@prove.example",)
    assert notice.message_id == received.message["Message-ID"]
    assert (notice.attempts, notice.answer[:2]) == (1, "OK")
    assert rows(on_each) == [("sent", 1)]


@pytest.mark.parametrize(
    ("what", "reason"), [("delivered", "delivered"), ("postponed", "moved"), ("erased", "no_address")]
)
def test_sending_what_no_longer_holds_skips_it_with_the_reason(
    agency: Agency, server: MailServer, what: str, reason: str
) -> None:
    """Between raising and sending the duty is delivered or moved, or the person is gone: no mail."""
    sending = raised(agency)
    if what == "delivered":
        agency.past.delivered("2026-02")
    elif what == "postponed":
        agency.past.postponed("2026-02", "2026-06-01")
    else:
        agency.erase("p-kari")
    agency.recorded()
    assert sending.send_due() == {"skipped": 1}
    assert server.received == []
    assert agency.states()[reason] == 1
    assert rows(agency) == [("skipped", 1)]


def test_sending_several_notices_when_one_no_longer_holds_sends_the_rest(
    agency: Agency, server: MailServer
) -> None:
    """A shared mail leaves out what was delivered meanwhile, and tells the other."""
    agency.owing("p-kari", "2026-07")
    sending = raised(agency)
    agency.past.delivered("2026-02")
    agency.recorded()
    assert sending.send_due() == {"sent": 1}
    assert "2026-07" in server.received[0].text
    assert "2026-02" not in server.received[0].text
    states = agency.states()
    assert (states["sent"], states["delivered"]) == (1, 1)


def test_deferring_by_the_server_waits_longer_each_time_and_then_sends(
    on_each: Agency, server: MailServer
) -> None:
    """A 451 is met after one minute, then after five; nothing is tried before that."""
    server.faults.append(Fault("RCPT", "451 later", times=2))
    sending = raised(on_each)
    assert sending.send_due() == {"deferred": 1}
    assert on_each.later(seconds=59).app.sending.send_due() == {}  # type: ignore[union-attr]  # it is on
    assert on_each.later(seconds=1).app.sending.send_due() == {"deferred": 1}  # type: ignore[union-attr]  # it is on
    assert on_each.later(minutes=4).app.sending.send_due() == {}  # type: ignore[union-attr]  # it is on
    assert on_each.later(minutes=1).app.sending.send_due() == {"sent": 1}  # type: ignore[union-attr]  # it is on
    assert on_each.notices("sent")[0].attempts == 3
    assert len(server.received) == 1


def test_deferring_for_a_day_gives_up_and_keeps_the_answer(agency: Agency, server: MailServer) -> None:
    """After a day of «not now», nights not counted, the notice has failed, with the server's code."""
    server.faults.append(Fault("RCPT", "451 later"))
    sending = raised(agency)
    first = agency.now
    while rows(agency)[0][0] == "waiting":
        sending.send_due()
        agency.later(hours=1)
    assert dt.timedelta(hours=24) < agency.now - first < dt.timedelta(hours=48)
    (failed,) = agency.notices("failed")
    assert (failed.code, failed.attempts) == (451, rows(agency)[0][1])


def test_refusing_for_good_fails_and_a_retry_sends_a_new_mail(on_each: Agency, server: MailServer) -> None:
    """A 550 is not repeated by itself; a person may ask for it, and the mail is a new one."""
    server.faults.append(Fault("RCPT", "550 5.1.1 <p-kari@prove.example>: nobody here", times=1))
    sending = raised(on_each)
    assert sending.send_due() == {"failed": 1}
    assert on_each.later(hours=2).app.sending.send_due() == {}  # type: ignore[union-attr]  # it is on
    (failed,) = on_each.notices("failed")
    assert (failed.code, failed.answer) == (550, "5.1.1 <…>: nobody here")
    on_each.app.handle(RetryNotices(notices=(failed.id,), by=CONTROLLER))
    assert sending.send_due() == {"sent": 1}
    (sent,) = on_each.notices("sent")
    assert sent.mail != failed.mail
    assert len(server.received) == 1


def test_holding_a_mail_up_until_the_next_step_sends_only_that_one(
    agency: Agency, server: MailServer
) -> None:
    """While the server was away five working days, the step of ten days was overtaken by that of five."""
    server.faults.append(Fault("CONNECT", "421 closed", times=1))
    assert raised(agency).send_due() == {"deferred": 1}
    agency.at("2026-03-09T07:00")
    assert raised(agency).send_due() == {"skipped": 1, "sent": 1}
    assert [each.step for each in agency.notices("sent")] == ["-5"]
    assert len(server.received) == 1


class Clumsy:
    """A writer that cannot write to one person."""

    def __init__(self, real: Sending, cannot: str) -> None:
        self.real = real._writer
        self.cannot = cannot

    def write(self, draft: Draft, address: Address) -> EmailMessage:
        """Write, or fail."""
        if draft.recipient.id == self.cannot:
            raise ZeroDivisionError(draft.recipient.email)
        return self.real.write(draft, address)


def test_failing_to_write_one_mail_records_it_and_sends_the_others(
    agency: Agency, server: MailServer
) -> None:
    """A fault in a template costs its own mail, on record and without personal data, and no other."""
    agency.owing("p-ola", "2026-07")
    sending = raised(agency)
    sending._writer = Clumsy(sending, "p-kari")
    assert sending.send_due() == {"failed": 1, "sent": 1}
    (failed,) = agency.notices("failed")
    assert (failed.recipient, failed.answer) == ("p-kari", "not written: ZeroDivisionError")
    assert [each.recipients for each in server.received] == [("p-ola@prove.example",)]


def test_stopping_between_mails_gives_the_rest_back_untried(agency: Agency, server: MailServer) -> None:
    """Told to stop after the first mail, the second is at once another's to send."""
    agency.owing("p-ola", "2026-07")
    sending = raised(agency)
    assert sending.send_due(lambda: not server.received) == {"sent": 1}
    assert sorted(rows(agency)) == [("sent", 1), ("waiting", 0)]
    assert sending.send_due() == {"sent": 1}


def test_sending_with_a_lost_lease_leaves_the_record_to_the_other(
    on_each: Agency, server: MailServer
) -> None:
    """A sender that slept past its lease finds the mail taken, and writes nothing over it."""
    sending, other = raised(on_each), sending_of(on_each.app, on_each.app.settings.mail)  # type: ignore[arg-type]  # it is on
    deliver = sending._post.deliver

    def slow(mails: object) -> object:
        for delivery in deliver(mails):  # type: ignore[arg-type]  # what it was given
            on_each.later(minutes=11)
            assert other.send_due() == {"sent": 1}
            yield delivery

    sending._post.deliver = slow  # type: ignore[method-assign,assignment]  # the same, slower
    assert sending.send_due() == {}
    assert [each.attempts for each in on_each.notices("sent")] == [2]
    assert len({each.message["Message-ID"] for each in server.received}) == 1


def test_losing_the_store_after_acceptance_records_the_answer_when_it_is_back(
    on_each: Agency, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the server answered is kept in mind, and recorded before anything is sent again."""
    sending, settle = raised(on_each), Outbox.settle

    def away(*_: object) -> None:
        monkeypatch.setattr(Outbox, "settle", settle)
        raise StoreUnavailable(Reason.LOCKED)

    monkeypatch.setattr(Outbox, "settle", away)
    with pytest.raises(StoreUnavailable):
        sending.send_due()
    assert sending.send_due() == {"sent": 1}
    assert len(server.received) == 1
    assert [each.attempts for each in on_each.notices("sent")] == [1]


def test_leasing_twice_at_once_gives_each_mail_to_one(on_each: Agency) -> None:
    """Two that ask for all mails share them."""
    for number in range(10):
        on_each.owing("p-ola", f"2026-1{number}", DUE)
    raised(on_each)
    first, second = Outbox(on_each.datastore), Outbox(on_each.datastore)
    taken = [first.lease(on_each.now, 1), second.lease(on_each.now, 5), first.lease(on_each.now, 5)]
    ids = [one.id for each in taken for one in each]
    assert len(ids) == len(set(ids)) == 2


def test_sending_while_a_projection_stands_still_keeps_every_mail(agency: Agency, server: MailServer) -> None:
    """What was read before something unreadable is no ground to send on; the mail waits, untried."""
    sending = raised(agency)
    agency.stop_projection("reminders")
    with pytest.raises(Exception, match="reminders"):
        sending.send_due()
    assert server.received == []
    assert rows(agency) == [("waiting", 0)]


def test_reading_back_which_duty_a_mail_was_about(agency: Agency) -> None:
    """The notice names the duty, its deadline's version and the step."""
    raised(agency).send_due()
    (notice,) = agency.notices("sent")
    assert (notice.duty, notice.version, notice.step) == (stream("2026-02"), "1", "-10")

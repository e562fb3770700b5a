from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from calendars.zone import OSLO
from tests.kit.agency import CONTROLLER, DIRECTOR, Agency, oslo
from tests.kit.happened import stream
from tests.kit.mail_server import MailServer, Received


@pytest.fixture
def server() -> Iterator[MailServer]:
    """Give a mail server that takes everything."""
    with MailServer() as running:
        yield running


@pytest.fixture
def agency(sqlite_url: str, server: MailServer) -> Iterator[Agency]:
    """Give an agency with one duty."""
    opened = Agency(sqlite_url, server.port).staffed("p-kari").owing("p-kari", "2026-02")
    yield opened
    opened.close()


def told(mails: list[Received]) -> list[str]:
    """Give who got a mail, in order."""
    return [one.partition("@")[0] for each in mails for one in each.recipients]


def test_looking_around_the_clock_for_weeks_says_each_thing_once(agency: Agency, server: MailServer) -> None:
    """With looks around the clock, DST nights included, each step is one mail, in working hours."""
    look = agency.looking()
    agency.at("2026-02-10T00:00")
    while agency.now < oslo("2026-03-31T12:00"):
        look()
        agency.later(hours=3)
    steps = [each.step for each in agency.notices("sent") if each.kind == "deadline"]
    assert steps == ["-20", "-10", "-5", "-1", "0", "+1", "+3", "+5"]
    assert len(server.received) == len({each.message["Message-ID"] for each in server.received})
    for each in server.received:
        local = each.message["Date"].datetime.astimezone(OSLO)
        assert local.isoweekday() <= 5
        assert dt.time(6) <= local.time() <= dt.time(22)


@pytest.mark.parametrize(
    "night",
    [
        ("2026-03-29T01:59", "2026-03-29T03:00", "2026-03-29T03:30"),
        ("2026-10-25T02:30", "2026-10-25T02:30+", "2026-10-25T03:00"),
    ],
)
def test_looking_in_the_nights_when_clocks_change_loses_and_doubles_nothing(
    agency: Agency, server: MailServer, night: tuple[str, ...]
) -> None:
    """A deadline that passes around the change is recorded once, and alerted once in the next open hours."""
    day = dt.date.fromisoformat(night[0][:10])
    saturday = day - dt.timedelta(days=1)
    agency.owing("p-kari", "2026-09", saturday.isoformat())
    agency.at(f"{saturday}T23:59")
    look = agency.looking()
    look()
    before = len(server.received)
    for moment in night:
        agency.now = oslo(moment.rstrip("+"), fold=int(moment.endswith("+")))
        look()
    assert len(server.received) == before
    agency.at(f"{day + dt.timedelta(days=1)}T07:00")
    look()
    look()
    alerts = [
        each for each in agency.notices("sent") if (each.kind, each.duty) == ("missed", stream("2026-09"))
    ]
    assert sorted(each.recipient for each in alerts) == [CONTROLLER, DIRECTOR]


def test_looking_after_the_clock_was_set_back_says_nothing_twice(agency: Agency, server: MailServer) -> None:
    """An hour, or a day, that comes again finds everything said."""
    look = agency.looking()
    look()
    sent = len(server.received)
    assert sent == 1
    for back in ({"hours": -1}, {"days": -3}, {"days": 3, "hours": 1}):
        agency.later(**back)
        look()
    assert len(server.received) == sent


def test_looking_after_three_days_of_downtime_sends_one_mail_of_the_latest(
    agency: Agency, server: MailServer
) -> None:
    """What fell due meanwhile comes merged; overtaken steps are kept as skipped."""
    agency.owing("p-kari", "2026-04", "2026-03-18").at("2026-03-02T07:00")
    look = agency.looking()
    look()
    assert len(server.received) == 1
    agency.at("2026-03-16T07:30")
    look()
    assert told(server.received[1:]) == ["p-kari"]
    steps = [(each.step, each.reason) for each in agency.notices() if each.due_on > dt.date(2026, 3, 4)]
    assert ("-5", "overtaken") in steps
    assert [step for step, reason in steps if not reason] == ["-2", "0"] or ("0", "") in steps


def test_looking_without_leading_does_nothing(agency: Agency, server: MailServer) -> None:
    """Of two processes one acts; when it is gone for a minute, the other does."""
    first, second = agency.looking("first"), agency.looking("second")
    assert first()
    assert not second()
    assert len(server.received) == 1
    agency.owing("p-kari", "2026-11").later(minutes=1)
    assert second()
    assert not first()
    assert len(server.received) == 2


def test_looking_without_a_mail_server_records_what_is_missed_and_raises_nothing(sqlite_url: str) -> None:
    """Mail is off: deadlines are watched, and no notice is used up that nobody could get."""
    agency = Agency(sqlite_url, None, "2026-03-17T08:00").staffed("p-kari").owing("p-kari", "2026-02")
    assert agency.looking()()
    agency.app.catch_up()
    assert agency.missed() == ["2026-02"]
    assert agency.notices() == []
    agency.close()


def test_failing_in_one_step_lets_the_others_go_on(
    agency: Agency, server: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault in raising is told in full, and what waited already is sent all the same."""
    agency.app.catch_up()
    agency.app.raising.raise_due(agency.now)

    def fail(_now: dt.datetime) -> None:
        raise ZeroDivisionError

    agency.app.raising.raise_due = fail  # type: ignore[method-assign,assignment]  # a fault
    assert agency.looking()()
    assert told(server.received) == ["p-kari"]
    assert "ZeroDivisionError" in caplog.text


def test_losing_the_lead_while_sending_stops_before_the_next_mail(agency: Agency, server: MailServer) -> None:
    """Whoever slept in the middle of a batch sends nothing more when another leads."""
    agency.staffed_more("p-ola").owing("p-ola", "2026-07")
    first, second = agency.leading("first"), agency.leading("second")
    assert first.leads()
    agency.app.catch_up()
    agency.app.raising.raise_due(agency.now)

    def slept() -> bool:
        if server.received:
            agency.later(minutes=2)
            assert second.leads()
        return first.leads()

    assert agency.app.sending is not None
    agency.app.sending.send_due(slept)
    assert len(server.received) == 1
    agency.app.sending.send_due(second.leads)
    assert sorted(told(server.received)) == ["p-kari", "p-ola"]

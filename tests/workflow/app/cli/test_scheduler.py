from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from tests.kit.agency import CONTROLLER, TEN_BEFORE, Agency, oslo
from tests.kit.command_line import CommandLine
from tests.kit.mail_server import HOST, Fault, MailServer

HANGING_SECONDS = 120


@pytest.fixture
def server() -> Iterator[MailServer]:
    """Give a mail server that takes everything."""
    with MailServer() as running:
        yield running


@pytest.fixture
def agency(fristvakt: CommandLine, server: MailServer) -> Iterator[Agency]:
    """Give an agency with a reminder due now, and a command line that sends its mail."""
    opened = Agency(fristvakt.environment["FRISTVAKT_DATABASE_URL"], server.port)
    opened.staffed("p-kari").owing("p-kari", "2026-02")
    fristvakt.environment |= {
        "FRISTVAKT_AGENCY": opened.app.settings.agency,
        "FRISTVAKT_MAIL_HOST": HOST,
        "FRISTVAKT_MAIL_PORT": str(server.port),
        "FRISTVAKT_MAIL_SECURITY": "none",
        "FRISTVAKT_MAIL_FROM": "Fristvakt <fristvakt@prove.example>",
    }
    fristvakt.now = oslo(TEN_BEFORE)
    yield opened
    opened.close()


def test_looking_once_sends_what_is_due_and_leaves_the_lead(
    fristvakt: CommandLine, agency: Agency, server: MailServer
) -> None:
    """One look does all there is to do, and the next one need not wait."""
    assert "Ferdig" in fristvakt.done("scheduler", "--once").out
    assert len(server.received) == 1
    assert "Ferdig" in fristvakt.done("scheduler", "--once").out
    assert len(server.received) == 1


def test_looking_once_while_another_leads_does_nothing_and_says_so(
    fristvakt: CommandLine, agency: Agency, server: MailServer
) -> None:
    """The one who leads acts; this one tells."""
    assert agency.leading("other").leads()
    assert "En annen prosess" in fristvakt.done("scheduler", "--once").out
    assert server.received == []


def test_rehearsing_shows_what_would_be_done_and_changes_nothing(
    fristvakt: CommandLine, agency: Agency, server: MailServer
) -> None:
    """The mails of a moment to come are listed, none is sent, and no event is recorded."""
    before = agency.app.store.last_position()
    shown = fristvakt.done("scheduler", "--dry-run", "--as-of", "2026-03-17T07:00")
    assert "1 frist oversittet" in shown.out
    assert "Navn p-director" in shown.out
    facts = fristvakt.done("scheduler", "--dry-run", "--as-of", "2026-03-17T07:00", "--format", "json").json
    assert facts["missed"] == 1
    assert {each["kind"] for each in facts["notices"] if each["mail"]} == {"missed", "deadline"}
    assert agency.app.store.last_position() == before
    assert server.received == []


def test_acting_at_another_moment_is_refused(fristvakt: CommandLine, agency: Agency) -> None:
    """Only a rehearsal may take place at a moment that is not now."""
    assert "--dry-run" in fristvakt.refused("scheduler", "--as-of", "2026-03-17")
    assert "tirsdag" in fristvakt.refused("scheduler", "--dry-run", "--as-of", "tirsdag")


def test_running_without_a_mail_server_says_that_nobody_is_reminded(fristvakt: CommandLine) -> None:
    """Who forgot the setting is told at once."""
    assert "FRISTVAKT_MAIL_HOST" in fristvakt.done("scheduler", "--once").err


def test_stopping_the_scheduler_ends_in_order_and_leaves_the_lead(
    fristvakt: CommandLine, agency: Agency
) -> None:
    """SIGTERM is met by ending well, and whoever comes next leads at once."""
    process = fristvakt.process("scheduler", start_new_session=True)
    assert process.stderr is not None
    process.stderr.readline()
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=HANGING_SECONDS)
    assert process.returncode == 0, said
    assert agency.leading("next").leads()


def test_retrying_what_failed_sends_it_at_the_next_look(
    fristvakt: CommandLine, agency: Agency, server: MailServer
) -> None:
    """What was refused is listed, tried again when someone asks for it, and sent."""
    server.faults.append(Fault("RCPT", "550 nobody here", times=1))
    fristvakt.done("scheduler", "--once")
    assert len(fristvakt.done("notices", "failed", "--format", "json").json) == 1
    assert "1 varsel" in fristvakt.done("notices", "retry", "--as", CONTROLLER).out
    fristvakt.done("scheduler", "--once")
    assert len(server.received) == 1
    assert "Ingen endring" in fristvakt.done("notices", "retry", "--as", CONTROLLER).out

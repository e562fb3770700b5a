"""The checkpoint of the day: taken once, mailed until the auditor's server has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from events.ledger.checkpoint import from_json
from tests.kit.agency import Agency, oslo
from tests.kit.mail_server import MailServer
from workflow.app.scheduling.sealing import DailySeal
from workflow.trail.checkpoints import Checkpoints
from workflow.trail.keys import signed_well, signer_of

AUDITOR = "revisor@prove.example"


@pytest.fixture
def server() -> Iterator[MailServer]:
    """Give a mail server that takes everything."""
    with MailServer() as running:
        yield running


@pytest.fixture
def agency(sqlite_url: str, server: MailServer, tmp_path: Path) -> Iterator[Agency]:
    """Give an agency whose auditor gets each day's checkpoint."""
    opened = Agency(sqlite_url, server.port).staffed("p-kari").owing("p-kari", "2026-02")
    file = tmp_path / "key.pem"
    opened.app.settings = replace(opened.app.settings, ledger_key_file=file, auditor_mail=AUDITOR)
    yield opened
    opened.close()


def test_sealing_without_a_key_does_nothing(agency: Agency) -> None:
    """An agency that never made a key has not asked for checkpoints."""
    DailySeal(agency.app)()
    assert Checkpoints(agency.datastore).kept() == []


def test_sealing_each_day_takes_one_checkpoint_and_mails_it(agency: Agency, server: MailServer) -> None:
    """Looked at around the clock, each day has one checkpoint, and the auditor one mail with it."""
    signer_of(agency.app.settings.ledger_key)
    look = DailySeal(agency.app)
    agency.at("2026-03-02T00:30")
    while agency.now < oslo("2026-03-04T23:00"):
        look()
        agency.later(hours=1)
    kept = Checkpoints(agency.datastore).signed()
    days = [each.checkpoint.taken_at[:10] for each in kept]
    assert days == ["2026-03-01", "2026-03-02", "2026-03-03"], "just after midnight in Norway, in UTC"
    assert [each.checkpoint.previous for each in kept[1:]] == [each.checkpoint.digest for each in kept[:-1]]
    mailed = [next(each.message.iter_attachments()).get_content() for each in server.received]
    assert [from_json(each.decode()) for each in mailed] == kept
    assert all(signed_well(each) for each in kept)
    assert {each.recipients for each in server.received} == {(AUDITOR,)}


def test_sealing_when_the_mail_server_is_away_is_mailed_later(agency: Agency, server: MailServer) -> None:
    """The checkpoint is taken all the same, and mailed once when the server is back."""
    signer_of(agency.app.settings.ledger_key)
    look, mail = DailySeal(agency.app), agency.app.settings.mail
    assert mail is not None
    agency.app.settings = replace(agency.app.settings, mail=replace(mail, port=9))
    look()
    assert [each.mailed_at for each in Checkpoints(agency.datastore).kept()] == [None]
    agency.app.settings = replace(agency.app.settings, mail=mail)
    look()
    assert server.received == [], "not at every look"
    agency.later(minutes=16)
    for _ in range(3):
        look()
        agency.later(minutes=16)
    assert len(server.received) == 1

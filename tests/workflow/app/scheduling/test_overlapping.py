"""A look that takes longer than the time between two looks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tests.kit.agency import Agency
from tests.kit.mail_server import Fault, MailServer


def test_looking_while_the_look_before_still_sends_says_each_thing_once(database_url: str) -> None:
    """The server is slow and the next looks begin before the first has ended: no mail is lost or doubled."""
    with MailServer(Fault("DOT", "slow")) as server:
        agency = Agency(database_url, server.port).staffed("p-kari", "p-ola")
        agency.owing("p-kari", "2026-02").owing("p-ola", "2026-03")
        look, begin = agency.at("2026-02-16T08:00").looking(), Barrier(3)

        def looked(_: int) -> bool:
            begin.wait()
            return look()

        with ThreadPoolExecutor(3) as several:
            assert all(several.map(looked, range(3)))
        look()
        mails = [each.recipients[0] for each in server.received]
        sent = [(each.recipient, each.step) for each in agency.notices("sent")]
        agency.close()
    assert mails
    assert len(mails) == len(set(mails))
    assert len(sent) == len(set(sent)) > 0

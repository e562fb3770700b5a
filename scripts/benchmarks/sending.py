"""Sending 5,000 mails to a mail server on this machine, against smtplib with the same bytes ready-made."""

from __future__ import annotations

import datetime as dt
import smtplib
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from uuid import uuid5

from events.store.datastore import Datastore
from events.vocabulary.assignment import AssignmentOwnerAssigned
from events.vocabulary.base import Event
from scripts.benchmarks import databases, invented
from scripts.benchmarks.frame import Row, milliseconds, per_second, seconds
from workflow.app.mail.opening import post_of
from workflow.app.settings import Settings, from_environment
from workflow.app.wiring import App
from workflow.directory.importing import import_lists
from workflow.notices.post import Answer, Outgoing

PEOPLE = 2_500
MAILS = 2 * PEOPLE
"""A reminder and a digest each."""
AT_ONCE = 500
NOW = dt.datetime(2026, 3, 16, 9, 0, tzinfo=dt.UTC)
DUE = invented.on(dt.date(2026, 3, 23))
"""Five working days on, a rung of everyone's ladder; and it is Monday, the day of digests."""
SENDER = "fristvakt@bench.example"
TRIES, BETWEEN = 300, 0.1


def measure(kind: str, datastore: Datastore) -> Iterator[Row]:
    """Measure sending from raised notices to recorded ones, and handing ready-made mails over."""
    with databases.folder() as folder, _server(folder) as port:
        app = App(_settings(folder, port), lambda: NOW, lambda: "", datastore)
        _fill(app)
        assert app.raising.raise_due(NOW).mails == MAILS
        app.catch_up()
        assert app.sending is not None
        whole = seconds(app.sending.send_due)
        mails = _kept(folder)
        assert len(mails) == MAILS
        floor = seconds(lambda: _send_plainly(port, mails))
        yield _row("send 5 000 mails: written, handed over, recorded", kind, floor, whole, 30)
        if kind == databases.KINDS[0]:  # no database takes part
            outgoing = [_outgoing(mail) for mail in mails]
            yield _row("hand 5 000 written mails over", "–", floor, seconds(lambda: _post(app, outgoing)), 3)


@dataclass(frozen=True)
class Kept:
    """A mail as the server took it."""

    content: bytes
    recipient: str


def _row(what: str, where: str, floor: float, ours: float, aim: float) -> Row:
    return Row(
        what,
        where,
        "smtplib, one connection, the same bytes",
        f"{milliseconds(floor)}, {per_second(MAILS, floor)}",
        f"{milliseconds(ours)}, {per_second(MAILS, ours)}",
        ours / floor,
        f"at most {aim}×",
        ours / floor <= aim,
    )


def _send_plainly(port: int, mails: Sequence[Kept]) -> None:
    with smtplib.SMTP("127.0.0.1", port) as client:
        for mail in mails:
            client.sendmail(SENDER, [mail.recipient], mail.content)


def _post(app: App, mails: Sequence[Outgoing]) -> None:
    assert app.settings.mail is not None
    for delivery in post_of(app.settings.mail).deliver(mails):
        assert delivery.answer is Answer.ACCEPTED


def _outgoing(mail: Kept) -> Outgoing:
    message = message_from_bytes(mail.content, policy=policy.SMTP)
    return Outgoing(uuid5(invented.ROOT, str(message["Message-ID"])), message, (mail.recipient,))


def _kept(folder: Path) -> list[Kept]:
    found = [file.read_bytes() for file in sorted(folder.glob("*.eml"))]
    return [Kept(each, _recipient(each)) for each in found]


def _recipient(content: bytes) -> str:
    return str(message_from_bytes(content, policy=policy.default)["To"].addresses[0].addr_spec)


def _fill(app: App) -> None:
    """Employ people, and give each a duty that is due in five working days."""
    people = (f"Person {number};p{number}@bench.example" for number in range(PEOPLE))
    ids = (f"p-{number}" for number in range(PEOPLE))
    import_lists(app.datastore, lambda: next(ids), "\n".join(("name;email", *people)).encode())
    for first in range(0, PEOPLE, AT_ONCE):
        app.store.save(*(event for number in range(first, first + AT_ONCE) for event in _duty(number)))
    app.catch_up()


def _duty(number: int) -> Iterator[Event]:
    given, deadline = invented.given(number)
    yield given
    yield deadline.model_copy(update={"deadline": DUE})
    yield AssignmentOwnerAssigned(
        originator_id=invented.duty_id(number),
        originator_version=3,
        timestamp=invented.BEGAN,
        by="p-1",
        owner=f"p-{number}",
        unit="",
    )


def _settings(folder: Path, port: int) -> Settings:
    return from_environment(
        {
            "FRISTVAKT_HOME": str(folder),
            "FRISTVAKT_AGENCY": "bench",
            "FRISTVAKT_MAIL_HOST": "127.0.0.1",
            "FRISTVAKT_MAIL_PORT": str(port),
            "FRISTVAKT_MAIL_SECURITY": "none",
            "FRISTVAKT_MAIL_FROM": SENDER,
        }
    )


@contextmanager
def _server(folder: Path) -> Iterator[int]:
    """Start a mail server in a process of its own, which writes every mail to the folder."""
    with subprocess.Popen([sys.executable, "-m", "tests.kit.mail_server", str(folder)]) as process:
        try:
            yield _port(folder / "port")
        finally:
            process.kill()


def _port(file: Path) -> int:
    for _ in range(TRIES):
        if file.exists():
            return int(file.read_text())
        time.sleep(BETWEEN)
    raise TimeoutError("the mail server did not start")

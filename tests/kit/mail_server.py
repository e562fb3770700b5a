"""Real mail servers for tests: they accept, refuse, hang and break off as they are told.

In a test, `with MailServer() as server:` runs one in a thread. As a program it writes every mail
that it takes responsibility for to a folder, and its port to `FOLDER/port`, so that other processes
may be killed around it:

    python -m tests.kit.mail_server FOLDER [--port PORT] [--fault "DATA|451 later|skip|times"]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import ssl
import threading
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cached_property
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
SLOW = 0.3
"""Seconds that a slow answer takes."""
ANY = 1_000_000
logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # a broken connection is what the test asked for


@dataclass(slots=True)
class Fault:
    """What goes wrong, where, from which occasion on, and how often.

    `at` is CONNECT, EHLO, MAIL, RCPT, DATA (when the data begin) or DOT (when they have ended).
    `do` is a reply («451 later»), «hang», «drop», «slow», or at DOT «keep and drop»: the mail is
    taken, and the connection breaks before anyone is told. `only` limits it to mails to an address.
    """

    at: str
    do: str
    skip: int = 0
    times: int = ANY
    only: str = ""

    def strikes(self, at: str, recipient: str = "") -> bool:
        """Tell whether it strikes now, and count the occasion."""
        if at != self.at or (self.only and self.only != recipient):
            return False
        self.skip -= 1
        if self.skip >= 0 or self.times <= 0:
            return False
        self.times -= 1
        return True


@dataclass(frozen=True)
class Received:
    """A mail that the server took; `connection` counts from 1, `encrypted` tells of TLS."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes
    connection: int
    encrypted: bool
    user: str

    @cached_property
    def message(self) -> EmailMessage:
        """The mail, read back."""
        return cast(EmailMessage, message_from_bytes(self.content, policy=policy.default))

    @property
    def text(self) -> str:
        """What a reader of plain text sees."""
        return self._body("plain")

    @property
    def html(self) -> str:
        """What a reader of HTML sees, as source."""
        return self._body("html")

    def _body(self, form: str) -> str:
        part = self.message.get_body((form,))
        assert part is not None, f"no {form} part"
        return str(part.get_content())


@dataclass
class Script:
    """What a server is to do, and what it has done."""

    faults: list[Fault] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    keep: Callable[[Received], None] | None = None
    connections: int = 0

    def fault(self, at: str, recipient: str = "") -> str:
        """Give what is to go wrong at this place, or nothing."""
        return next((fault.do for fault in self.faults if fault.strikes(at, recipient)), "")

    def take(self, mail: Received) -> None:
        """Take responsibility for a mail."""
        if self.keep is not None:
            self.keep(mail)
        self.received.append(mail)


class Protocol(SMTP):
    """One connection, played after the script."""

    def __init__(self, script: Script, **options: Any) -> None:
        self.script = script
        super().__init__(self, **options)
        self.number = 0

    async def play(self, at: str, recipient: str = "") -> str:
        """Do what is to go wrong here; give a reply where that is what goes wrong."""
        what = self.script.fault(at, recipient)
        if what == "hang":
            await asyncio.sleep(3600)
        if what == "slow":
            await asyncio.sleep(SLOW)
        if what == "drop":
            self.drop()
        return what if what[:1].isdigit() else ""

    def drop(self) -> None:
        """Break off, as a machine that is switched off does."""
        assert self.transport is not None
        cast(asyncio.Transport, self.transport).abort()
        raise asyncio.CancelledError

    async def _handle_client(self) -> None:
        self.script.connections += 1
        self.number = self.script.connections
        if reply := await self.play("CONNECT"):
            await self.push(reply)
            cast(asyncio.Transport, self.transport).close()
            return
        await super()._handle_client()

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        reply = await self.play("EHLO")
        return [reply] if reply else responses

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        reply = await self.play("MAIL")
        if not reply:
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return reply or "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        reply = await self.play("RCPT", address)
        if not reply:
            envelope.rcpt_tos.append(address)
        return reply or "250 OK"

    async def smtp_DATA(self, arg: str) -> None:
        assert self.envelope is not None
        if reply := await self._play_data():
            await self.push(reply)
            self._set_post_data_state()  # type: ignore[no-untyped-call]  # the library says no types
            return
        await super().smtp_DATA(arg)

    async def _play_data(self) -> str:
        """Break off in the middle of a mail where that is asked for."""
        assert self.envelope is not None
        recipient = (self.envelope.rcpt_tos or [""])[0]
        what = self.script.fault("DATA", recipient)
        if what == "drop":
            await self.push("354 Go on")
            await self._reader.readuntil(b"\r\n")
            self.drop()
        if what == "hang":
            await asyncio.sleep(3600)
        return what if what[:1].isdigit() else ""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        what = self.script.fault("DOT", envelope.rcpt_tos[0])
        if what == "hang":
            await asyncio.sleep(3600)
        if what == "slow":
            await asyncio.sleep(SLOW)
        if what == "drop":
            self.drop()
        if what[:1].isdigit():
            return what
        self.script.take(self._received(session, envelope))
        if what == "keep and drop":
            self.drop()
        return "250 OK: queued"

    def _received(self, session: Session, envelope: Envelope) -> Received:
        encrypted = bool(cast(asyncio.Transport, self.transport).get_extra_info("sslcontext"))
        content = cast(bytes, envelope.original_content)
        who = session.auth_data.decode() if session.authenticated else ""
        sender = envelope.mail_from or ""
        return Received(sender, tuple(envelope.rcpt_tos), content, self.number, encrypted, who)


class MailServer:
    """A mail server in a thread of its own; `security` is none, starttls or tls, with `login` required."""

    def __init__(
        self, *faults: Fault, security: str = "none", login: tuple[str, str] | None = None, port: int = 0
    ) -> None:
        """Prepare a server that will do these things wrong; 0 is any free port."""
        self.script = Script(list(faults))
        self.security = security
        self.login = login
        self.authority = trustme.CA()
        self.port = port
        self.names = ["localhost", HOST]
        """The names in its certificate; a test may choose others before it starts."""
        self.smtputf8 = True
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()

    @property
    def received(self) -> list[Received]:
        """The mails taken so far, in order."""
        return self.script.received

    @property
    def faults(self) -> list[Fault]:
        """What is still to go wrong; a test may add to it and clear it."""
        return self.script.faults

    @property
    def connections(self) -> int:
        """How often someone has connected."""
        return self.script.connections

    def certificate(self, folder: Path) -> Path:
        """Write the certificate of the authority that vouches for the server."""
        file = folder / "authority.pem"
        self.authority.cert_pem.write_to_path(str(file))
        return file

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(10), "the mail server did not start"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(self._listen())
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0.01))
        self._loop.close()

    async def _listen(self) -> asyncio.Server:
        implicit = self._tls() if self.security == "tls" else None
        return await self._loop.create_server(self._protocol, HOST, self.port, ssl=implicit)

    def _protocol(self) -> Protocol:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of login without TLS, which a test may want
            return Protocol(
                self.script,
                loop=self._loop,
                hostname="mail.test",
                enable_SMTPUTF8=self.smtputf8,
                tls_context=self._tls() if self.security == "starttls" else None,
                require_starttls=self.security == "starttls",
                auth_required=self.login is not None,
                auth_require_tls=self.security == "starttls",
                authenticator=self._authenticate,
            )

    def _tls(self) -> ssl.SSLContext:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.authority.issue_cert(*self.names).configure_cert(context)
        return context

    def _authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        assert self.login is not None
        if (data.login.decode(), data.password.decode()) != self.login:
            return AuthResult(success=False, handled=False)  # handled: nobody would answer the client
        return AuthResult(success=True, auth_data=data.login)


class Keeper:
    """Writes mails to a folder, each whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = count(1 + len(list(folder.glob("*.eml"))))

    def __call__(self, mail: Received) -> None:
        """Write the mail and its envelope, before the server answers."""
        name = f"{next(self.numbers):06}"
        envelope = {"from": mail.sender, "to": mail.recipients, "connection": mail.connection}
        (self.folder / f"{name}.json").write_text(json.dumps(envelope), "utf-8")
        writing = self.folder / f"{name}.writing"
        writing.write_bytes(mail.content)
        writing.rename(self.folder / f"{name}.eml")


def kept(folder: Path) -> list[EmailMessage]:
    """Read the mails that a server has written to a folder, in the order they came."""
    found = (
        message_from_bytes(file.read_bytes(), policy=policy.default) for file in sorted(folder.glob("*.eml"))
    )
    return [cast(EmailMessage, each) for each in found]


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--fault", action="append", default=[])
    chosen = parser.parse_args()
    server = MailServer(*map(_fault, chosen.fault), port=chosen.port)
    server.script.keep = Keeper(chosen.folder)
    with server:
        writing = chosen.folder / "port.writing"
        writing.write_text(str(server.port))
        writing.rename(chosen.folder / "port")
        threading.Event().wait()


def _fault(written: str) -> Fault:
    at, do, *numbers = written.split("|")
    return Fault(at, do, *map(int, numbers))


if __name__ == "__main__":
    main()

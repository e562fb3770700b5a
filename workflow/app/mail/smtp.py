"""The post over SMTP (RFC 5321): one connection for many mails, and a bound on every wait."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator, Sequence

import aiosmtplib
from aiosmtplib.errors import SMTPException, SMTPServerDisconnected, SMTPTimeoutError

from workflow.app.mail.answers import Answers, Trouble, delayed
from workflow.app.mail.host_name import host_name
from workflow.app.mail.settings import MailSettings
from workflow.notices.messages.folding import POLICY
from workflow.notices.post import Answer, Delivery, Outgoing

_CONNECTIONS = 2


class SmtpPost:
    """Delivers mails in order. A server that breaks off gets one new connection, then the rest wait."""

    def __init__(self, settings: MailSettings, language: str = "nb") -> None:
        """Prepare; nothing is connected before there is a mail."""
        self._settings = settings
        self._answers = Answers(settings, language)

    def deliver(self, mails: Sequence[Outgoing]) -> Iterator[Delivery]:
        """Deliver; yields each as soon as the server has answered. A batch may stop being read at any time.

        A mail is tried for at most four times the timeout, connecting included.
        """
        if not mails:
            return
        with asyncio.Runner() as runner:
            line = _Line(self._settings, self._answers)
            try:
                yield from self._each(runner, line, mails)
            finally:
                runner.run(line.hang_up())

    def _each(self, runner: asyncio.Runner, line: _Line, mails: Sequence[Outgoing]) -> Iterator[Delivery]:
        connections, trouble = 0, None
        for mail in mails:
            if not line.is_open and connections < _CONNECTIONS and trouble is None:
                connections += 1
                trouble = runner.run(line.open())
            if not line.is_open:
                yield delayed(mail.id, *(trouble or self._answers.broken_twice()))
                continue
            yield runner.run(line.hand_over(mail))


class _Line:
    """One connection at a time to the server."""

    def __init__(self, settings: MailSettings, answers: Answers) -> None:
        self._settings = settings
        self._answers = answers
        self._client: aiosmtplib.SMTP | None = None

    @property
    def is_open(self) -> bool:
        """Whether mails can be handed over."""
        return self._client is not None and self._client.is_connected

    async def open(self) -> Trouble | None:
        """Connect, encrypt and log in; gives what stood in the way."""
        client = _client(self._settings)
        try:
            async with asyncio.timeout(2 * self._settings.timeout):
                await client.connect()
                await client.ehlo()
        except (SMTPException, OSError, ssl.SSLError, TimeoutError, ValueError) as error:
            client.close()
            return self._answers.about_connection(error)
        self._client = client
        return None

    async def hand_over(self, mail: Outgoing) -> Delivery:
        """Send one mail; the connection is closed when it can no longer be trusted."""
        assert self._client is not None
        try:
            async with asyncio.timeout(2 * self._settings.timeout):
                return await self._send(self._client, mail)
        except (SMTPException, OSError, TimeoutError, ValueError) as error:
            if isinstance(error, SMTPServerDisconnected | SMTPTimeoutError | OSError | TimeoutError):
                self._client.close()
            return self._answers.about_mail(mail.id, error)

    async def _send(self, client: aiosmtplib.SMTP, mail: Outgoing) -> Delivery:
        beyond_ascii = not all(each.isascii() for each in mail.to)
        content = mail.message.as_bytes(policy=POLICY.clone(utf8=beyond_ascii))
        options = ["SMTPUTF8"] if beyond_ascii else []
        refused, words = await client.sendmail(self._settings.sender, mail.to, content, mail_options=options)
        also = "".join(f"; not to one of them: {each.code} {each.message}" for each in refused.values())
        return Delivery(mail.id, Answer.ACCEPTED, 250, " ".join(f"{words}{also}".split()))

    async def hang_up(self) -> None:
        """Take leave, if anyone is listening."""
        if self._client is None or not self._client.is_connected:
            return
        try:
            await self._client.quit(timeout=min(self._settings.timeout, 5))
        except (SMTPException, OSError, TimeoutError):
            self._client.close()  # every mail has its answer already


def _client(settings: MailSettings) -> aiosmtplib.SMTP:
    authority = str(settings.authority) if settings.authority else None
    return aiosmtplib.SMTP(
        hostname=settings.host,
        port=settings.port,
        timeout=settings.timeout,
        use_tls=settings.security == "tls",
        start_tls=settings.security == "starttls",
        tls_context=None if settings.security == "none" else ssl.create_default_context(cafile=authority),
        username=settings.user or None,
        password=settings.password or None,
        local_hostname=host_name(),
    )

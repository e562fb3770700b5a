"""What a server's answer, or its silence, means for a mail."""

from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Callable, Iterator
from uuid import UUID

from aiosmtplib.errors import (
    SMTPAuthenticationError,
    SMTPNotSupported,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
    SMTPTimeoutError,
)

from workflow.app.mail.settings import MailSettings
from workflow.language import N_, translator
from workflow.notices.post import Answer, Delivery

Trouble = tuple[int | None, str]
"""The code of the server, None where it gave none, and a sentence."""
_TOO_LARGE = 552


class Answers:
    """Reads answers and errors for one server; our own sentences are in the installation's language."""

    def __init__(self, settings: MailSettings, language: str) -> None:
        """Speak of this server."""
        self._settings = settings
        self._text: Callable[[str], str] = translator(language).gettext

    def about_connection(self, error: Exception) -> Trouble:
        """Say why there is no connection; never with the password, nor what was sent to log in."""
        if isinstance(error, SMTPAuthenticationError):
            said = f"{error.code} {_line(error.message)}"
            return error.code, self._say(N_("{server} does not accept the login: {said}"), said=said)
        if isinstance(error, SMTPResponseException):
            said = f"{error.code} {_line(error.message)}"
            return error.code, self._say(N_("{server} takes no mail now: {said}"), said=said)
        return None, self._without_answer(list(_causes(error)))

    def about_mail(self, mail: UUID, error: Exception) -> Delivery:
        """Say what became of a mail that was not accepted."""
        if isinstance(error, SMTPRecipientsRefused):
            # every address was refused; where one may be taken later, the mail is tried again
            first = min(error.recipients, key=lambda each: each.code)
            return _answered(mail, first.code, first.message)
        if isinstance(error, SMTPSenderRefused) and error.code != _TOO_LARGE:
            # about us, not about the mail: a wrong sender or a missing login must cost no notice
            return delayed(mail, error.code, error.message)
        if isinstance(error, SMTPResponseException):
            return _answered(mail, error.code, error.message)
        if isinstance(error, SMTPNotSupported | ValueError):
            refused = self._say(N_("the address cannot be used: {why}"), why=_line(str(error)))
            return Delivery(mail, Answer.REFUSED, None, refused)
        if isinstance(error, SMTPTimeoutError | TimeoutError) and not isinstance(
            error, SMTPServerDisconnected
        ):
            return delayed(mail, None, self._too_slow())
        return delayed(mail, None, self._say(N_("{server} broke the connection")))

    def broken_twice(self) -> Trouble:
        """Say why a mail was not even tried."""
        return None, self._say(N_("not tried: {server} has broken the connection twice"))

    def _without_answer(self, causes: list[BaseException]) -> str:
        wrong = next((each for each in causes if isinstance(each, ssl.SSLCertVerificationError)), None)
        if wrong is not None:
            why = _line(wrong.verify_message)
            return self._say(N_("the certificate of {server} cannot be trusted: {why}"), why=why)
        if any(isinstance(each, ssl.SSLError) for each in causes):
            return self._say(N_("{server} cannot agree on encryption; check FRISTVAKT_MAIL_SECURITY"))
        if any(isinstance(each, socket.gaierror) for each in causes):
            return self._say(N_("no machine is called {host}"), host=self._settings.host)
        if any(isinstance(each, TimeoutError) for each in causes):
            return self._too_slow()
        numbers = [each.errno for each in causes if isinstance(each, OSError) and each.errno]
        why = os.strerror(numbers[-1]) if numbers else _line(str(causes[-1]))
        return self._say(N_("no connection to {server}: {why}"), why=why)

    def _too_slow(self) -> str:
        return self._say(N_("{server} does not answer within {seconds} seconds"))

    def _say(self, msgid: str, **facts: object) -> str:
        server = f"{self._settings.host}:{self._settings.port}"
        seconds = f"{self._settings.timeout:g}"
        return self._text(msgid).format(server=server, seconds=seconds, **facts)


def delayed(mail: UUID, code: int | None, text: str) -> Delivery:
    """Say that a mail is to be tried again later."""
    return Delivery(mail, Answer.DEFERRED, code, _line(text))


def _answered(mail: UUID, code: int, message: str) -> Delivery:
    answer = Answer.REFUSED if 500 <= code < 600 else Answer.DEFERRED
    return Delivery(mail, answer, code, _line(message))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _line(text: str) -> str:
    return " ".join(text.split())[:500]

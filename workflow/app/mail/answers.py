"""What a server's answer, or its silence, means for a mail."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
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
from workflow.notices.post import Answer, Delivery

Trouble = tuple[int | None, str]
"""The code of the server, None where it gave none, and a sentence."""
_TOO_LARGE = 552


def delayed(mail: UUID, code: int | None, text: str) -> Delivery:
    """Say that a mail is to be tried again later."""
    return Delivery(mail, Answer.DEFERRED, code, _line(text))


def about_connection(error: Exception, settings: MailSettings) -> Trouble:
    """Say why there is no connection; never with the password, nor what was sent to log in."""
    server = f"{settings.host}:{settings.port}"
    if isinstance(error, SMTPAuthenticationError):
        return error.code, f"{server} does not accept the login: {error.code} {_line(error.message)}"
    if isinstance(error, SMTPResponseException):
        return error.code, f"{server} does not take mail now: {error.code} {_line(error.message)}"
    causes = list(_causes(error))
    if wrong := next((each for each in causes if isinstance(each, ssl.SSLCertVerificationError)), None):
        return None, f"the certificate of {server} cannot be trusted: {_line(wrong.verify_message)}"
    if any(isinstance(each, ssl.SSLError) for each in causes):
        return None, f"{server} cannot agree on encryption; check FRISTVAKT_MAIL_SECURITY"
    if any(isinstance(each, socket.gaierror) for each in causes):
        return None, f"no machine is called {settings.host}"
    if any(isinstance(each, TimeoutError) for each in causes):
        return None, f"{server} does not answer within {settings.timeout:g} seconds"
    return None, f"no connection to {server}: {_line(str(causes[-1]))}"


def about_mail(mail: UUID, error: Exception) -> Delivery:
    """Say what became of a mail that was not accepted."""
    if isinstance(error, SMTPRecipientsRefused):
        # each address was refused; where one may be taken later, the mail is tried again
        first = min(error.recipients, key=lambda each: each.code)
        return _answered(mail, first.code, first.message)
    if isinstance(error, SMTPSenderRefused) and error.code != _TOO_LARGE:
        # about us, not about the mail: a wrong sender or a missing login must cost no notice
        return delayed(mail, error.code, error.message)
    if isinstance(error, SMTPResponseException):
        return _answered(mail, error.code, error.message)
    if isinstance(error, SMTPNotSupported | ValueError):
        return Delivery(mail, Answer.REFUSED, None, f"the address cannot be used: {_line(str(error))}")
    if isinstance(error, SMTPTimeoutError | TimeoutError) and not isinstance(error, SMTPServerDisconnected):
        return delayed(mail, None, "the mail server did not answer in time")
    return delayed(mail, None, "the mail server broke the connection")


def _answered(mail: UUID, code: int, message: str) -> Delivery:
    answer = Answer.REFUSED if 500 <= code < 600 else Answer.DEFERRED
    return Delivery(mail, answer, code, _line(message))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _line(text: str) -> str:
    return " ".join(text.split())[:500]

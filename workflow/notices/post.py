"""The port to the mail server, and what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class Answer(StrEnum):
    """What became of one mail."""

    ACCEPTED = "accepted"
    """The server took responsibility (250 after the data)."""
    DEFERRED = "deferred"
    """Try again later: a 4xx, no connection, a server that hung or broke off."""
    REFUSED = "refused"
    """Never again as it is: a 5xx about this mail."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail ready to go; `to` are the bare addresses of the envelope."""

    id: UUID
    message: EmailMessage
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a mail; `code` is the SMTP code, None where no server answered."""

    id: UUID
    answer: Answer
    code: int | None
    text: str
    """The server's words, or what went wrong, without addresses' secrets; one line."""


class Post(Protocol):
    """Delivers mails over one connection, in order; yields as each is settled and never raises for one."""

    def deliver(self, mails: Sequence[Outgoing]) -> Iterator[Delivery]:
        """Deliver; a mail without an answer of its own (the connection is gone) is deferred."""

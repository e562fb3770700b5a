"""The stream of one notice (varsel): raised, and then sent, failed or skipped, each a fact.

The id of the stream follows from duty, subject, version, step, role and recipient, so that the
store itself refuses to raise the same notice twice.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar
from uuid import UUID

from events.vocabulary.base import Event, FirstEvent


class NoticeRaised(FirstEvent):
    """A step of a duty fell due for a recipient; the fields are those of `workflow.notices.model.Notice`."""

    TOPIC: ClassVar[str] = "notice.raised"

    kind: str
    duty: UUID | None
    """None for what concerns several, such as a digest."""
    subject: str
    version: str
    step: str
    role: str
    recipient: str
    """Opaque person id; empty where nobody could be found."""
    instead_of: str = ""
    """The person whose deputy it went to."""
    due_on: dt.date
    mail: UUID | None
    """The mail that carries it, with others of the same recipient; None where it is skipped at once."""


class NoticeSent(Event):
    """A mail server took responsibility for the mail."""

    TOPIC: ClassVar[str] = "notice.sent"

    message_id: str
    attempts: int
    answer: str = ""
    """The server's words."""


class NoticeFailed(Event):
    """The mail was given up: refused for good, or tried too often."""

    TOPIC: ClassVar[str] = "notice.failed"

    attempts: int
    code: int | None = None
    """The server's SMTP code; None where no server answered."""
    answer: str


class NoticeSkipped(Event):
    """It was not sent, for a reason that stands as a code (`workflow.notices.model.SkipReason`)."""

    TOPIC: ClassVar[str] = "notice.skipped"

    reason: str


class NoticeRetried(Event):
    """A person asked to have a failed notice tried again."""

    TOPIC: ClassVar[str] = "notice.retried"

    mail: UUID

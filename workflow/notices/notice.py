"""The stream of one notice: raised, and then sent, failed or skipped; a failed one may be tried again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from events.vocabulary import notice as told
from events.vocabulary.base import Event
from workflow.duty.state import Stamp
from workflow.evolution import evolver
from workflow.language import N_
from workflow.notices.model import Kind, Notice, SkipReason
from workflow.refusals import Refusal


class NoticeSettled(Refusal):
    """A notice ends once: as sent, failed or skipped."""

    code = "notice-settled"
    message = N_("The notice has ended already.")


class NoticeNotFailed(Refusal):
    """Only a notice that failed is tried again."""

    code = "notice-not-failed"
    message = N_("Only a notice that failed can be tried again.")


class NoticeState(StrEnum):
    """Where a notice stands."""

    RAISED = "raised"
    SENT = "sent"
    FAILED = "failed"
    SKIPPED = "skipped"


class RaisedNotice(BaseAggregate[UUID]):
    """A notice that fell due. Its id follows from what it is, so that the store refuses to raise it twice."""

    TOPIC = "notice"

    def __init__(self) -> None:
        """Begin empty; the first event fills it."""
        self.notice: Notice
        self.mail: UUID | None = None
        self.state = NoticeState.RAISED

    def evolve(self, event: Event) -> None:
        """Take an event into the state."""
        _evolve(self, event)

    @classmethod
    def raise_(cls, notice: Notice, agency: str, mail: UUID | None, stamp: Stamp) -> Self:
        """Begin the stream of a notice, carried by a mail; without one where it is skipped at once."""
        fields = {name: getattr(notice, name) for name in Notice.__slots__} | {"kind": notice.kind.value}
        return cls._create(told.NoticeRaised, id=notice.id(agency), mail=mail, **fields, **stamp.fields)

    def send(self, message_id: str, attempts: int, answer: str, stamp: Stamp) -> None:
        """Take that a mail server took responsibility."""
        self._end(told.NoticeSent, stamp, message_id=message_id, attempts=attempts, answer=answer)

    def fail(self, attempts: int, code: int | None, answer: str, stamp: Stamp) -> None:
        """Take that the mail was given up."""
        self._end(told.NoticeFailed, stamp, attempts=attempts, code=code, answer=answer)

    def skip(self, reason: SkipReason, stamp: Stamp) -> None:
        """Take that it is not sent, and why."""
        self._end(told.NoticeSkipped, stamp, reason=reason.value)

    def retry(self, mail: UUID, stamp: Stamp) -> None:
        """Let another mail carry it; refused unless it failed."""
        if self.state is not NoticeState.FAILED:
            raise NoticeNotFailed
        self.trigger_event(told.NoticeRetried, mail=mail, **stamp.fields)

    def _end(self, event_class: type[Any], stamp: Stamp, **fields: object) -> None:
        if self.state is not NoticeState.RAISED:
            raise NoticeSettled
        self.trigger_event(event_class, **fields, **stamp.fields)


def _raised(notice: RaisedNotice, event: told.NoticeRaised) -> None:
    fields = {name: getattr(event, name) for name in Notice.__slots__} | {"kind": Kind(event.kind)}
    notice.notice, notice.mail = Notice(**fields), event.mail


def _retried(notice: RaisedNotice, event: told.NoticeRetried) -> None:
    notice.state, notice.mail = NoticeState.RAISED, event.mail


def _ended(state: NoticeState) -> Callable[[RaisedNotice, Any], None]:
    def end(notice: RaisedNotice, _event: Event) -> None:
        notice.state = state

    return end


# `Any`: each function takes the one event that its key names.
EVOLVING: Mapping[type, Callable[[RaisedNotice, Any], None]] = {
    told.NoticeRaised: _raised,
    told.NoticeSent: _ended(NoticeState.SENT),
    told.NoticeFailed: _ended(NoticeState.FAILED),
    told.NoticeSkipped: _ended(NoticeState.SKIPPED),
    told.NoticeRetried: _retried,
}
_evolve = evolver(EVOLVING)

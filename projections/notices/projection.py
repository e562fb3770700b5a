"""Notices follow the events."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from events.store.application import Recorded
from events.vocabulary import notice as vocabulary
from events.vocabulary.base import Event
from projections.engine.projection import EventOutOfOrder, UnknownEvent
from projections.engine.rows import assign
from projections.notices.tables import notices

Row = dict[str, Any]

_STREAM = vocabulary.NoticeRaised.TOPIC.partition(".")[0] + "."
_AS_RAISED = (
    *("kind", "duty", "subject", "version", "step", "role"),
    *("recipient", "instead_of", "due_on", "mail"),
)


class Notices:
    """Every notice that was raised, as the last event left it."""

    name = "notices"
    version = 1
    tables = (notices,)

    def apply(self, connection: Connection, batch: Sequence[Recorded]) -> None:
        """Assign the row of every notice that the batch touches; what is no notice is not its question."""
        events = [each.event for each in batch if each.event.TOPIC.startswith(_STREAM)]
        rows = _loaded(connection, events)
        for event in events:
            rows[event.originator_id] = _after(rows.get(event.originator_id), event)
        assign(connection, notices, list(rows.values()))


def _loaded(connection: Connection, events: Sequence[Event]) -> dict[UUID, Row]:
    """Load the rows of the notices that were raised before this batch."""
    begun = {event.originator_id for event in events if event.originator_version == 1}
    earlier = {event.originator_id for event in events} - begun
    if not earlier:
        return {}
    found = connection.execute(select(notices).where(notices.c.id.in_(earlier))).mappings()
    return {row["id"]: dict(row) for row in found}


def _after(row: Row | None, event: Event) -> Row:
    """Give the row after the event; one that it already has changes nothing."""
    if isinstance(event, vocabulary.NoticeRaised):
        return _raised(event) if row is None else row
    if row is None:
        raise EventOutOfOrder(event.originator_id, 1, event.originator_version)
    if event.originator_version <= row["stream_version"]:
        return row
    if event.originator_version != row["stream_version"] + 1:
        raise EventOutOfOrder(event.originator_id, row["stream_version"] + 1, event.originator_version)
    if type(event) not in _RULES:
        raise UnknownEvent(event.TOPIC)
    return row | {"stream_version": event.originator_version} | _RULES[type(event)](event)


def _raised(event: vocabulary.NoticeRaised) -> Row:
    return {
        "id": event.originator_id,
        "stream_version": event.originator_version,
        **{name: getattr(event, name) for name in _AS_RAISED},
        "state": "raised",
        "reason": "",
        "raised_at": event.timestamp,
        "settled_at": None,
        "message_id": "",
        "attempts": 0,
        "code": None,
        "answer": "",
    }


def _sent(event: vocabulary.NoticeSent) -> Row:
    told = {"message_id": event.message_id, "attempts": event.attempts, "answer": event.answer}
    return {"state": "sent", "settled_at": event.timestamp, "code": None, **told}


def _failed(event: vocabulary.NoticeFailed) -> Row:
    told = {"attempts": event.attempts, "code": event.code, "answer": event.answer}
    return {"state": "failed", "settled_at": event.timestamp, **told}


def _skipped(event: vocabulary.NoticeSkipped) -> Row:
    return {"state": "skipped", "settled_at": event.timestamp, "reason": event.reason}


def _retried(event: vocabulary.NoticeRetried) -> Row:
    return {"state": "raised", "settled_at": None, "mail": event.mail}


# `Any`: each function takes the one event that its key names.
_RULES: Mapping[type[Event], Callable[[Any], Row]] = {
    vocabulary.NoticeSent: _sent,
    vocabulary.NoticeFailed: _failed,
    vocabulary.NoticeSkipped: _skipped,
    vocabulary.NoticeRetried: _retried,
}

"""The readable history of one duty: each event with who, when, what it changed, and what it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from events.store.application import EventStore, Recorded
from events.vocabulary.base import Event, FirstEvent
from events.vocabulary.values import Source
from projections.engine.duty.fold import folded
from projections.engine.duty.state import Duty
from workflow.replaying.effective_days import Letters, effective_day
from workflow.replaying.picture import Change, changes, picture
from workflow.replaying.streams import letter_days, stream

DUTIES = ("assignment", "report", "governance-meeting", "report-series")
"""The streams that duties have, as their stored names begin."""
_NOTES = ("comment", "note", "answer", "text", "subject")


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as a person reads it. `by` is an opaque id; `effective_on` when it happened.

    `reason`, `reference` and `note` are the words of the event, empty where it has none.
    """

    position: int
    recorded_at: dt.datetime
    effective_on: dt.date
    by: str
    topic: str
    stream: UUID
    version: int
    changes: tuple[Change, ...] = ()
    reason: str = ""
    reference: str = ""
    note: str = ""
    source: Source | None = None


def is_duty(topic: str) -> bool:
    """Tell whether a stored name belongs to a duty's stream."""
    return topic.partition(".")[0] in DUTIES


def entry(recorded: Recorded, letters: Letters, changed: tuple[Change, ...] = ()) -> Entry:
    """Give the entry of an event."""
    event = recorded.event
    return Entry(
        position=recorded.position,
        recorded_at=event.timestamp,
        effective_on=effective_day(event, letters),
        by=event.by,
        topic=event.TOPIC,
        stream=event.originator_id,
        version=event.originator_version,
        changes=changed,
        reason=str(getattr(event, "reason", "")),
        reference="" if isinstance(event, FirstEvent) else str(getattr(event, "reference", "")),
        note=_note(event),
        source=getattr(event, "source", None),
    )


def history(store: EventStore, duty: UUID) -> list[Entry]:
    """Give every event of a duty, as far as the store shows it, in the order they were recorded."""
    return list(told(stream(store, duty), letter_days(store)))


def told(events: Iterable[Recorded], letters: Letters) -> Iterator[Entry]:
    """Fold the events of one duty, and tell what each changed."""
    duty: Duty | None = None
    before = picture(None)
    for each in events:
        duty = folded(duty, each.event)
        after = picture(duty)
        yield entry(each, letters, changes(before, after))
        before = after


def _note(event: Event) -> str:
    return " · ".join(str(found) for name in _NOTES if (found := getattr(event, name, "")))

"""The trail in the order it was recorded, narrowed to what is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from events.store.application import EventStore, Recorded
from events.vocabulary.base import Event
from workflow.replaying.effective_days import recorded_day
from workflow.replaying.history import Entry, entry
from workflow.replaying.streams import letter_days

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """Which events; None and empty ask nothing. `first` to `last` are the civil days they were recorded on.

    `kind` is a stored name, or how stored names begin: «assignment», «letter», «notice».
    """

    first: dt.date | None = None
    last: dt.date | None = None
    by: str | None = None
    kind: str = ""


def listed(store: EventStore, which: TrailFilter) -> Iterator[Entry]:
    """Give the entries in the order they were recorded, a page of events in memory at a time."""
    letters = letter_days(store)
    return (entry(each, letters) for each in _all(store) if _asked(each.event, which))


def _all(store: EventStore) -> Iterator[Recorded]:
    position = 0
    while page := store.recorded(position, _AT_ONCE):
        yield from page
        position = page[-1].position


def _asked(event: Event, which: TrailFilter) -> bool:
    day = recorded_day(event)
    return (
        (which.first is None or day >= which.first)
        and (which.last is None or day <= which.last)
        and (which.by is None or event.by == which.by)
        and (not which.kind or which.kind in (event.TOPIC, event.TOPIC.partition(".")[0]))
    )

"""What a calendar must remember of an entry: how often it moved, since when it stands, when it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter

from calendars.ical.entry import Entry


@dataclass(frozen=True, slots=True)
class Stamp:
    """The stamps of one entry. They outlive it: a UID that comes back goes on counting."""

    sequence: int
    created_at: dt.datetime
    changed_at: dt.datetime


_SECOND = dt.timedelta(seconds=1)
Stamps = dict[str, Stamp]
"""By part."""

_stored: TypeAdapter[Stamps] = TypeAdapter(Stamps)


def to_bytes(stamps: Stamps) -> bytes:
    """Write the stamps as JSON."""
    return _stored.dump_json(stamps)


def from_bytes(stored: bytes) -> Stamps:
    """Read what `to_bytes` wrote."""
    return _stored.validate_json(stored)


def stamped_again(
    stamps: Stamps, before: Mapping[str, Entry], after: Mapping[str, Entry], at: dt.datetime
) -> Stamps:
    """Give the stamps after an event at `at` that turned the entries `before` into `after`."""
    if before == after:
        return stamps
    kept = dict(stamps)
    for part, entry in after.items():
        if before.get(part) != entry:
            kept[part] = _moved(kept.get(part), before.get(part), entry, at)
    return kept


def stamped(entries: Mapping[str, Entry], stamps: Stamps) -> dict[str, Entry]:
    """Put the stamps on the entries."""
    return {part: _with(entry, stamps[part]) for part, entry in entries.items()}


def _moved(stamp: Stamp | None, before: Entry | None, after: Entry, at: dt.datetime) -> Stamp:
    """Count a new schedule, place or status once; any other visible change only moves the time stamp.

    The stamp grows by whole seconds, because that is all a client sees of it.
    """
    if stamp is None:
        return Stamp(sequence=0, created_at=at, changed_at=at)
    moved = before is None or _schedule(before) != _schedule(after)
    later = max(at, stamp.changed_at + _SECOND)
    return Stamp(stamp.sequence + moved, stamp.created_at, later)


def _schedule(entry: Entry) -> tuple[Any, ...]:
    """Give what RFC 5546 counts, when it is and its status, and the place: who goes there must see it."""
    days = entry.first_day if entry.is_meeting else entry.last_day, entry.last_day
    hours = (entry.starts_at, entry.ends_at) if entry.is_timed else ()
    return (*days, *hours, entry.place, entry.status)


def _with(entry: Entry, stamp: Stamp) -> Entry:
    return replace(entry, sequence=stamp.sequence, created_at=stamp.created_at, changed_at=stamp.changed_at)

"""What a calendar should publish, from the confirmed rows and not from our own entries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from calendars.ical.entry import SHOWN_CANCELLED
from calendars.ical.text import one_line
from calendars.zone import OSLO
from projections.engine.duty.due_row import DueRow
from projections.engine.duty.state import ENDED
from projections.feeds.blocks import window
from projections.feeds.entries import entry_uid

_COMPARED = 60
"""How much of a title is compared: an entry's line cuts long ones."""


@dataclass(frozen=True, slots=True)
class Expected:
    """An entry that must be there: on this day (a date, or a moment), with this title, unless shielded."""

    uid: str
    label: str
    title: str
    part: str
    shielded: bool
    start: dt.date | dt.datetime
    last_day: dt.date
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """A row that has no entry, and why: a stable code."""

    label: str
    reason: str


def label_of(row: DueRow) -> str:
    """Name a row as people do."""
    return " · ".join(each for each in (row.reference, row.part, one_line(row.title, 80)) if each)


def expected(row: DueRow, today: dt.date) -> Expected | Explained:
    """Say which entry a row must have in the complete calendar today, or why it has none."""
    reason = _absent(row, today)
    if reason or row.due is None:
        return Explained(label_of(row), reason or "no_day")
    return Expected(
        uid=str(entry_uid(row.duty, row.part)),
        label=label_of(row),
        title=one_line(row.title)[:_COMPARED],
        part=one_line(row.part, _COMPARED // 2),
        shielded=row.shielded,
        start=_start(row, row.due),
        last_day=row.due,
        cancelled=_cancelled(row),
    )


def _cancelled(row: DueRow) -> bool:
    return row.delivered_on is None and (row.dropped or row.state in ENDED)


def _start(row: DueRow, due: dt.date) -> dt.date | dt.datetime:
    """A deadline stands on its last day; a meeting on its day and hour, or from its window's first day."""
    if row.kind != "meeting":
        return due
    if row.starts_at is not None and row.first_day in (None, due):
        return dt.datetime.combine(due, row.starts_at, OSLO)
    return row.first_day or due


def _absent(row: DueRow, today: dt.date) -> str:
    """Say why a row has no entry; «» when it must have one."""
    first, last = window(today)
    if row.impossible:
        return "impossible"
    if row.due is None:
        return {"rrule": "rule_without_days", "relative": "relative"}.get(row.form, "open")
    if row.stream == "report-series":
        return "occurrences_instead"
    if row.due < dt.date(first, 1, 1) or (row.first_day or row.due) > dt.date(last, 12, 31):
        return "outside_window"
    return "cancelled_before" if _cancelled(row) and today > row.due + SHOWN_CANCELLED else ""

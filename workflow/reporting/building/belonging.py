"""Which duties a period is about: one rule, for every report and for closing a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from calendars.zone import OSLO
from projections.engine.duty.letters import Letter
from projections.engine.duty.state import Duty
from workflow.reporting.history import Followed, History


def belongs(history: History, followed: Followed, first: dt.date, last: dt.date) -> bool:
    """Tell whether a duty belongs to a period of one year.

    It does when a letter of that year gives or changes it; when it was given otherwise, was due,
    delivered, accepted or ended in the period; or when an earlier year left it open. A report that
    a series opened belongs where it is due or delivered, however early it was opened.
    """
    duty = followed.duty
    if any(first <= each <= last for each in _days(duty)):
        return True
    if _is_occurrence(history, duty):
        return any(due < first for due in _dues(duty)) and _was_left_open(duty, first)
    given = duty.given_on or duty.created_at.astimezone(OSLO).date()
    years = {letter.year for letter in _letters(history, duty)}
    if first.year in years or (not years and first <= given <= last):
        return True
    return given < first and _was_left_open(duty, first)


def _was_left_open(duty: Duty, first: dt.date) -> bool:
    """Tell whether it was neither delivered nor ended when the period began."""
    done = duty.delivered_on or duty.accepted_on or duty.withdrawn_on or duty.carried_on
    return done is None or done >= first


def _dues(duty: Duty) -> Iterator[dt.date]:
    for part in duty.parts.values():
        yield from (version.deadline.due for version in part.history if version.deadline.due)


def _days(duty: Duty) -> Iterator[dt.date]:
    """Give every day on which something about it was due or was done."""
    yield from _dues(duty)
    yield from (part.delivered_on for part in duty.parts.values() if part.delivered_on)
    done = (duty.delivered_on, duty.accepted_on, duty.withdrawn_on, duty.carried_on)
    yield from (each for each in done if each)


def _letters(history: History, duty: Duty) -> Iterator[Letter]:
    for source in duty.sources:
        if source.letter in history.letters:
            yield history.letters[source.letter]


def _is_occurrence(history: History, duty: Duty) -> bool:
    parent = history.duties.get(duty.parent) if duty.parent else None
    return parent is not None and parent.duty.is_series

"""A person's week: which duties a digest tells whom about, most urgent first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from projections.engine.duty.state import Duty, Part
from workflow.directory.line import Line
from workflow.notices.planning.chase import is_awaited
from workflow.notices.planning.standing import has_ended, is_running, is_unmet
from workflow.notices.planning.surroundings import day_of

AHEAD = dt.timedelta(days=28)
"""How far ahead a digest looks."""
NEVER = dt.date.max


class Reading(NamedTuple):
    """From which day there is something to tell a reader, and from which nothing of it is newer than that."""

    first: dt.date
    settled: dt.date


def readers(duties: Iterable[Duty], line: Line) -> Mapping[str, Reading]:
    """Give who reads a digest, and from when there is something to tell them."""
    found: dict[str, Reading] = {}
    for duty in duties:
        first = told_from(duty)
        if first < NEVER:
            settled = max(first, day_of(duty.changed_at))
            for person in _told(duty, line):
                known = found.get(person, _NOTHING)
                found[person] = Reading(min(first, known.first), min(settled, known.settled))
    return {person: since for person, since in found.items() if _reads(person, line)}


_NOTHING = Reading(NEVER, NEVER)


def week_of(person: str, duties: Iterable[Duty], line: Line, day: dt.date) -> tuple[Duty, ...]:
    """Give what a digest of the day tells of: late, due within four weeks, awaited, in deviation."""
    told = [duty for duty in duties if person in _told(duty, line) and told_from(duty) <= day]
    return tuple(sorted(told, key=lambda duty: (_next_due(duty), duty.reference, duty.id)))


def told_from(duty: Duty) -> dt.date:
    """Give the first day on which a digest tells of the duty as it stands now; `NEVER` where none does."""
    if has_ended(duty) or duty.is_series:
        return NEVER
    if any(deviation.closed_on is None for deviation in duty.deviations.values()):
        return dt.date.min
    parts = [part for part in duty.parts.values() if is_unmet(part)] if is_running(duty) else []
    return min((_part_told_from(duty, part) for part in parts), default=NEVER)


def _part_told_from(duty: Duty, part: Part) -> dt.date:
    if is_awaited(duty, part):
        return dt.date.min
    due = part.current.due if part.current else None
    return due - AHEAD if due else NEVER


def _next_due(duty: Duty) -> dt.date:
    days = [part.current.due for part in duty.parts.values() if part.current and is_unmet(part)]
    return min((day for day in days if day), default=NEVER)


def _told(duty: Duty, line: Line) -> set[str]:
    """Give whom a digest tells of the duty: its owner, the unit's manager and the director."""
    return {duty.owner, _manager(duty, line), line.director()}


def _reads(person: str, line: Line) -> bool:
    return person in line.people and not line.people[person].digest_off


def _manager(duty: Duty, line: Line) -> str:
    owner = line.people.get(duty.owner)
    return line.manager_of_unit(duty.unit or (owner.unit if owner else ""))

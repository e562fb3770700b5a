"""A person's week: which duties a digest tells whom about, most urgent first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from projections.engine.duty.state import Duty, Part
from workflow.directory.line import Line
from workflow.notices.planning.chase import is_awaited
from workflow.notices.planning.standing import has_ended, is_running, is_unmet

AHEAD = dt.timedelta(days=28)
"""How far ahead a digest looks."""
NEVER = dt.date.max


def readers(duties: Iterable[Duty], line: Line) -> Mapping[str, dt.date]:
    """Give who reads a digest, and the first day on which there is something to tell them."""
    found: dict[str, dt.date] = {}
    for duty in duties:
        first = told_from(duty)
        if first < NEVER:
            for person in _told(duty, line):
                found[person] = min(first, found.get(person, NEVER))
    return {person: day for person, day in found.items() if _reads(person, line)}


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

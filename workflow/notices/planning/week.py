"""A person's week: which duties a digest tells whom about, most urgent first."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from projections.engine.duty.state import Duty, Part
from workflow.directory.line import Line
from workflow.notices.planning.chase import is_awaited
from workflow.notices.planning.standing import has_ended, is_running, is_unmet

AHEAD = dt.timedelta(days=28)
"""How far ahead a digest looks."""
NEVER = dt.date.max


def readers(duties: Iterable[Duty], line: Line) -> Mapping[str, list[Duty]]:
    """Give who may read a digest, and of which duties: owners, unit managers and the director."""
    found: dict[str, list[Duty]] = defaultdict(list)
    director = line.director()
    for duty in duties:
        for person in {duty.owner, _manager(duty, line), director}:
            if person in line.people and not line.people[person].digest_off:
                found[person].append(duty)
    return found


def week_of(person: str, duties: Iterable[Duty], line: Line, day: dt.date) -> tuple[Duty, ...]:
    """Give what a digest of the day tells of: late, due within four weeks, awaited, in deviation."""
    theirs = readers(duties, line).get(person, [])
    told = [duty for duty in theirs if told_from(duty) <= day]
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


def _manager(duty: Duty, line: Line) -> str:
    owner = line.people.get(duty.owner)
    return line.manager_of_unit(duty.unit or (owner.unit if owner else ""))

"""The clock looks for deadlines that passed undelivered; each duty decides whether that is so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from calendars.zone import OSLO
from projections.engine.duty.state import Duty as Folded
from projections.engine.duty.state import Part
from projections.reminders.queries import due_between
from workflow.deviations.commands import RecordMissedDeadlines
from workflow.duty.aggregate import Duty
from workflow.duty.state import Stamp
from workflow.loading import load, save
from workflow.work import Outcome, Work

_EARLIEST = dt.date(1900, 1, 1)


def record_missed(command: RecordMissedDeadlines, work: Work) -> Outcome:
    """Open a deviation for each deadline that passed, in one transaction; `facts` has `missed`, how many."""
    stamp = Stamp(work.now, command.by)
    changed: list[Duty] = []
    for id, parts in _candidates(work):
        duty = load(work, id)
        if isinstance(duty, Duty):
            for part in parts:
                duty.miss(part, work.today, stamp)
            changed.append(duty)
    missed = sum(len(duty.pending_events) for duty in changed)
    return save(work, *changed, missed=missed)


def _candidates(work: Work) -> Iterator[tuple[UUID, list[str]]]:
    """Give the duties and parts that may have missed a deadline, by what the projection knows."""
    with work.store.datastore.reading() as connection:
        duties = due_between(connection, _EARLIEST, work.today - dt.timedelta(days=1))
    for duty in duties:
        if parts := [part.part for part in duty.parts.values() if _may_be_missed(duty, part, work.today)]:
            yield duty.id, parts


def _may_be_missed(duty: Folded, part: Part, today: dt.date) -> bool:
    """Leave out what the duty would refuse anyway, so that a look at nothing new costs next to nothing."""
    if part.current is None or part.dropped or part.delivered_on is not None:
        return False
    last, due = part.history[-1], part.current.due
    if due is None or due >= today or last.recorded_at.astimezone(OSLO).date() > due:
        return False
    said = last.number in part.missed or last.deadline.tentative
    return not (said or duty.is_meeting or duty.is_series)

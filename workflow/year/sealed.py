"""What a closed year counts stays as it was: no command may change it until the year is reopened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from eventsourcing.application import AggregateNotFoundError

from calendars.days import FIRST_VERIFIED_YEAR
from events.store.application import EventStore
from events.store.known import KnownStore
from workflow.duty.aggregate import Duty
from workflow.duty.state import Part
from workflow.identity import year_id
from workflow.lifecycle import State
from workflow.work import Outcome, Work
from workflow.year.refusals import YearIsClosed
from workflow.year.year import Year

_ENDED = (State.WITHDRAWN, State.CARRIED_OVER)
Counted = frozenset[tuple[str, dt.date | None, dt.date | None, str]]
"""What a year counts of a duty: part, deadline, delivery, and how it ended where it was not delivered."""


def closed_years(work: Work) -> frozenset[int]:
    """Give the years that are closed; the common answer, none, costs one look at an index."""
    ids = {year_id(work.agency, year): year for year in range(FIRST_VERIFIED_YEAR, work.today.year + 1)}
    begun = work.store.begun(list(ids))
    return frozenset(year for id, year in ids.items() if id in begun and _is_closed(work, id))


def require_kept(work: Work, outcome: Outcome, closed: frozenset[int], before: int) -> None:
    """Refuse what a command has just done where it changes what a closed year counts.

    `before` is the position of the newest event before the command. Called inside the command's
    transaction, which the refusal undoes. Acceptances, deviations, comments and owners are not
    counted by the year of a delivery, and go on after it is closed.
    """
    for id in outcome.changed:
        duty = _duty(work.store, id)
        for year in sorted(_years(duty) & closed) if duty else ():
            if counted(duty, year) != counted(_duty(_known(work, before), id), year):
                raise YearIsClosed(year=year)


def counted(duty: Duty | None, year: int) -> Counted:
    """Give what a year counts of a duty; a part counts where it is due, and where it was delivered."""
    return frozenset(each for each in _facts(duty) if year in (_year(each[1]), _year(each[2])))


def _facts(duty: Duty | None) -> Iterator[tuple[str, dt.date | None, dt.date | None, str]]:
    if duty is None:
        return
    ended = duty.standing.value if duty.standing in _ENDED else ""
    for part in duty.parts.values():
        due = part.current.due if part.current else None
        yield part.name, due, part.delivered_on, "" if part.delivered_on else ended
    for part in duty.dropped.values():
        yield part.name, part.current.due if part.current else None, part.delivered_on, "dropped"


def _years(duty: Duty) -> set[int]:
    """Give every year that has counted it, or counts it now."""
    parts: list[Part] = [*duty.parts.values(), *duty.dropped.values()]
    days = [version.deadline.due for part in parts for version in part.versions]
    return {day.year for day in (*days, *(part.delivered_on for part in parts)) if day}


def _year(day: dt.date | None) -> int | None:
    return day.year if day else None


def _duty(store: EventStore, id: UUID) -> Duty | None:
    try:
        found = store.load(id)
    except AggregateNotFoundError:
        return None
    return found if isinstance(found, Duty) else None


def _known(work: Work, before: int) -> EventStore:
    return KnownStore(work.store.datastore, before)


def _is_closed(work: Work, id: UUID) -> bool:
    found = work.store.load(id)
    return isinstance(found, Year) and found.is_closed

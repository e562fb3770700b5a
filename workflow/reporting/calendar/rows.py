"""What the styringskalender says of one part of a duty, as plain values that can be compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from events.vocabulary.values import DeadlineFact
from projections.engine.duty.state import Duty, Part
from workflow.reporting.building.scope import Scope, place_in_letter
from workflow.reporting.calendar.words import DROPPED
from workflow.reporting.formats.clean import clean
from workflow.reporting.history import Followed


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One part of a duty. `first` to `last` is its day or window; both are None where it has no day.

    `kind` and `state` are codes. `words` are those of the source; `was` is the first deadline where
    it was moved since. Every text is clean, as documents hold it.
    """

    reference: str
    part: str
    kind: str
    title: str
    words: str
    first: dt.date | None
    last: dt.date | None
    state: str
    owed_to: str
    delivered_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A row with the duty and the part it is about."""

    row: CalendarRow
    followed: Followed
    part: Part

    @property
    def was(self) -> DeadlineFact | None:
        """The first deadline, where it was moved since."""
        return self.part.first if len(self.part.history) > 1 else None


def listed(scope: Scope) -> tuple[Listed, ...]:
    """Give a row for each part of every duty of the year, in the order of the letters."""
    first, last = scope.order.period
    found = [each for each in scope.history.duties.values() if _belongs(scope, each.duty, first, last)]
    found.sort(key=lambda each: place_in_letter(scope.history, each.duty))
    return tuple(one for each in found for one in _parts(scope, each))


def _belongs(scope: Scope, duty: Duty, first: dt.date, last: dt.date) -> bool:
    """Tell whether a letter of the year says it, or a day of it, first or as moved, is in the year.

    What no letter gave and has no day stands in the calendar of every year until it ends.
    """
    if any(_meets(version.deadline, first, last) for part in duty.parts.values() for version in part.history):
        return True
    letters = [
        scope.history.letters[source.letter]
        for source in duty.sources
        if source.letter in scope.history.letters
    ]
    if letters or duty.parent is not None:
        return any(each.year == first.year for each in letters) and duty.parent is None
    undated = all(part.current is None or part.current.due is None for part in duty.parts.values())
    return undated and not duty.has_ended and duty.accepted_on is None


def _meets(deadline: DeadlineFact, first: dt.date, last: dt.date) -> bool:
    begins, ends = span(deadline)
    return begins is not None and ends is not None and begins <= last and ends >= first


def span(deadline: DeadlineFact | None) -> tuple[dt.date | None, dt.date | None]:
    """Give the first and the last stated day; None and None where there is none."""
    if deadline is None or deadline.due is None:
        return None, None
    return deadline.earliest if deadline.form == "window" else deadline.day, deadline.due


def _parts(scope: Scope, followed: Followed) -> Iterator[Listed]:
    duty = followed.duty
    for part in duty.parts.values() or (Part("", delivered_on=duty.delivered_on),):
        yield Listed(_row(scope, duty, part), followed, part)


def _row(scope: Scope, duty: Duty, part: Part) -> CalendarRow:
    first, last = span(part.current)
    return CalendarRow(
        reference=clean(duty.reference),
        part=clean(part.part),
        kind=duty.kind,
        title=clean(scope.title(duty)),
        words=clean(part.current.text) if part.current else "",
        first=first or last,
        last=last,
        state=state_of(duty, part),
        owed_to=clean(duty.owed_to),
        delivered_on=part.delivered_on,
    )


def state_of(duty: Duty, part: Part) -> str:
    """Give the state of a part: the duty's, unless the part was delivered or dropped before the rest."""
    if part.dropped:
        return DROPPED
    if part.delivered_on is not None and duty.state in ("given", "in_progress"):
        return "delivered"
    return duty.state

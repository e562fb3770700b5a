"""What of a year is not decided: what must be before it can be closed, and what is only to be known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from calendars.zone import OSLO
from projections.engine.duty.state import Duty, Part
from workflow.letter.readings import LetterRow
from workflow.reporting.building.belonging import belongs
from workflow.reporting.history import Followed, History

STANDING_RULE = "standing_rule"
"""What always holds is never delivered, and goes on by itself."""


class Matter(StrEnum):
    """What is not decided about it."""

    UNDELIVERED = "undelivered"
    """Fell due, and is neither delivered nor ended."""
    UNDATED = "undated"
    """Given, never due, and neither delivered nor ended."""
    UNANSWERED = "unanswered"
    """Another deadline was asked for, and the ministry has not answered."""
    UNCONFIRMED = "unconfirmed"
    """Given orally, and not confirmed in writing."""
    DEVIATES = "deviates"
    """A deviation is open."""
    LETTER_OPEN = "letter-open"
    """A letter of the year has proposals that nobody decided."""
    UNACCEPTED = "unaccepted"
    """Delivered, and not accepted yet."""
    DEVIATES_ON = "deviates-on"
    """A deviation is open of what has lapsed or is carried over, and lives on with that."""


ONLY_KNOWN = frozenset({Matter.UNACCEPTED, Matter.DEVIATES_ON})
"""What does not keep a year open: the ministry answers when it does, and a deviation follows its duty."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """One matter. `duty` is None and `name` the letter's where it is about a letter."""

    matter: Matter
    duty: UUID | None
    reference: str
    name: str
    part: str = ""
    due: dt.date | None = None
    shielded: bool = False

    @property
    def blocks(self) -> bool:
        """Whether the year cannot be closed before it is decided."""
        return self.matter not in ONLY_KNOWN

    @property
    def is_owed(self) -> bool:
        """Whether carrying over decides it."""
        return self.matter in (Matter.UNDELIVERED, Matter.UNDATED)


def undecided(history: History, year: int, open_letters: Iterable[LetterRow]) -> tuple[Undecided, ...]:
    """List what is not decided, in the order of the duties' references; letters first.

    What falls due after the year is next year's matter, whichever letter gave it.
    """
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    letters = [
        Undecided(Matter.LETTER_OPEN, None, str(each.number), each.name)
        for each in open_letters
        if each.year == year
    ]
    followed = [each for each in history.duties.values() if belongs(history, each, first, last)]
    followed.sort(key=lambda each: (each.duty.reference, str(each.duty.id)))
    return (*letters, *(found for each in followed for found in _of(each, last)))


def carried_out_of(history: History, year: int) -> tuple[UUID, ...]:
    """Give the duties of a year that were carried over, in the order of their ids."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    carried = (each for each in history.duties.values() if each.duty.state == "carried_over")
    return tuple(sorted(each.duty.id for each in carried if belongs(history, each, first, last)))


def _of(followed: Followed, last: dt.date) -> Iterator[Undecided]:
    duty = followed.duty
    if duty.is_series:
        return
    if not duty.has_ended:
        yield from _owed(duty, last)
        yield from _said(duty, last)
    open_now = (each for each in duty.deviations.values() if each.closed_on is None)
    for each in sorted(open_now, key=lambda one: (one.discovered_on, str(one.id))):
        if each.discovered_on <= last:
            yield _about(duty, Matter.DEVIATES_ON if duty.has_ended else Matter.DEVIATES, each.part)


def _owed(duty: Duty, last: dt.date) -> Iterator[Undecided]:
    if duty.kind == STANDING_RULE:
        return
    parts = [each for each in duty.parts.values() if not each.dropped]
    if not duty.parts and duty.delivered_on is None:
        parts = [Part("")]
    for part in parts:
        if part.delivered_on is None:
            yield from _undelivered(duty, part, last)


def _undelivered(duty: Duty, part: Part, last: dt.date) -> Iterator[Undecided]:
    due = part.current.due if part.current else None
    if due is None or due <= last:
        yield _about(duty, Matter.UNDATED if due is None else Matter.UNDELIVERED, part.part, due)
        if part.asked is not None and part.asked.requested_on <= last:
            yield _about(duty, Matter.UNANSWERED, part.part, due)


def _said(duty: Duty, last: dt.date) -> Iterator[Undecided]:
    given = duty.given_on or duty.created_at.astimezone(OSLO).date()
    if duty.orally and duty.confirmed_on is None and given <= last:
        yield _about(duty, Matter.UNCONFIRMED)
    if duty.state == "delivered" and duty.delivered_on is not None and duty.delivered_on <= last:
        yield _about(duty, Matter.UNACCEPTED)


def _about(duty: Duty, matter: Matter, part: str = "", due: dt.date | None = None) -> Undecided:
    return Undecided(matter, duty.id, duty.reference, duty.title, part, due, duty.shielded)

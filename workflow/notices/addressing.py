"""To whom: from a role to the person who is there, over the org line, absence and deputies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from projections.engine.duty.state import Duty
from workflow.notices.model import Kind, Notice, Planned, SkipReason
from workflow.notices.planning.surroundings import Surroundings

OWNER, MANAGER, DIRECTOR, CONTROLLER = "owner", "manager", "director", "controller"
RESPONSIBLE, ATTENDEE, READER = "measure", "attendee", "reader"


class Addressed(NamedTuple):
    """A person in a role; `instead_of` is the absent one whose deputy, or manager, the person is."""

    role: str
    person: str
    instead_of: str = ""


def to_owner(duty: Duty, day: dt.date, around: Surroundings, levels_up: int = 0) -> tuple[Addressed, ...]:
    """Give the owner, or who stands so many levels above, at most the director.

    Where nobody owns it, the unit's manager does; where there is none, every controller is asked.
    """
    owner = _responsible(duty, around)
    if not owner:
        return to_controllers(day, around)
    if not levels_up:
        return (to_person(OWNER, owner, day, around, duty.deputy),)
    above = around.line.above(owner, levels_up) or owner
    return (to_person(MANAGER, above, day, around),)


def to_alerted(duty: Duty, day: dt.date, around: Surroundings) -> tuple[Addressed, ...]:
    """Give whom an alert is for: the manager, one level up from the owner, and every controller."""
    return once(*to_owner(duty, day, around, 1), *to_controllers(day, around))


def once(*addressed: Addressed) -> tuple[Addressed, ...]:
    """Keep the first of each person: who is both manager and controller hears it once."""
    found: dict[str, Addressed] = {}
    for each in addressed:
        found.setdefault(each.person, each)
    return tuple(found.values())


def to_controllers(day: dt.date, around: Surroundings) -> tuple[Addressed, ...]:
    """Give every controller."""
    return tuple(to_person(CONTROLLER, one, day, around) for one in around.line.controllers())


def to_director(day: dt.date, around: Surroundings) -> tuple[Addressed, ...]:
    """Give the director; where nobody has a manager, there is none."""
    director = around.line.director()
    return (to_person(DIRECTOR, director, day, around),) if director else ()


def to_person(role: str, person: str, day: dt.date, around: Surroundings, deputy: str = "") -> Addressed:
    """Give the person, or for an absent one the deputy, or who is there one level up.

    Where nobody is, the mail waits for the person.
    """
    line, on = around.line, max(day, around.today)
    if not line.is_absent(person, on):
        return Addressed(role, person)
    for one in (person, *line.chain(person)):
        if not line.is_absent(one, on):
            return Addressed(role, one, person)
        if stand_in := line.stand_in(one, on, deputy if one == person else ""):
            return Addressed(role, stand_in, person)
    return Addressed(role, person)


def notices(
    addressed: tuple[Addressed, ...],
    not_before: dt.time,
    *,
    kind: Kind,
    duty: UUID | None,
    subject: str,
    version: str,
    step: str,
    due_on: dt.date,
) -> Iterator[Planned]:
    """Give one notice for each who is addressed; where nobody is, one that is known to be skipped."""
    skip = None if addressed else SkipReason.NOBODY
    for role, person, instead_of in addressed or _NOBODY:
        notice = Notice(
            kind=kind,
            duty=duty,
            subject=subject,
            version=version,
            step=step,
            role=role,
            recipient=person,
            due_on=due_on,
            instead_of=instead_of,
        )
        yield Planned(notice=notice, not_before=not_before, skip=skip)


_NOBODY = (Addressed(OWNER, ""),)


def _responsible(duty: Duty, around: Surroundings) -> str:
    """Give who answers for it: an owner who is still here, else the unit's manager."""
    return duty.owner if duty.owner in around.line.people else around.line.manager_of_unit(duty.unit)

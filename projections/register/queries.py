"""Questions to the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, exists, select

from projections.engine.duty import letters
from projections.engine.duty.state import from_bytes
from projections.register.entry import RegisteredDuty, registered
from projections.register.tables import register_duties, register_letters, register_sources

_duty = register_duties.c


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Which duties to list; what is None or False asks nothing.

    `kinds` and `states` are sets of which one must hold; `text` is looked for in reference, title,
    parts and the words of the deadlines, whatever the case.
    """

    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    goal: int | None = None
    owner: str | None = None
    unit: str | None = None
    text: str | None = None
    letter: UUID | None = None
    parent: UUID | None = None
    unowned: bool = False
    without_day: bool = False


def listed(connection: Connection, which: RegisterFilter | None = None) -> list[RegisteredDuty]:
    """List the duties: by next stated day, those without a day last, then by reference."""
    order = (_duty.next_due.is_(None), _duty.next_due, _duty.reference, _duty.id)
    return _fetched(connection, _conditions(which or RegisterFilter()), order)


def find(connection: Connection, named: str) -> list[RegisteredDuty]:
    """Find what a person calls `named`: by id or reference, else by how the reference or id begins.

    More than one means that it is ambiguous, none that there is no such duty.
    """
    wanted = named.strip().casefold()
    if not wanted:
        return []
    exact = _fetched(connection, [_duty.reference_folded == wanted], (_duty.id,))
    if exact or (by_id := _uuid(wanted)) is None:
        return exact or _beginning(connection, wanted)
    return _fetched(connection, [_duty.id == by_id], (_duty.id,))


def one(connection: Connection, duty: UUID) -> RegisteredDuty | None:
    """Give the duty with this id."""
    return next(iter(_fetched(connection, [_duty.id == duty], (_duty.id,))), None)


def _beginning(connection: Connection, wanted: str) -> list[RegisteredDuty]:
    condition = _duty.reference_folded.startswith(wanted, autoescape=True)
    return _fetched(connection, [condition], (_duty.reference, _duty.id))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:  # not an id: then it is the beginning of a reference
        return None


def _fetched(
    connection: Connection, where: list[ColumnElement[bool]], order: tuple[ColumnElement[Any], ...]
) -> list[RegisteredDuty]:
    rows = connection.execute(select(_duty.record).where(*where).order_by(*order)).scalars().all()
    names = letters.known(connection, register_letters) if rows else {}
    return [registered(from_bytes(record), names) for record in rows]


def _conditions(which: RegisterFilter) -> list[ColumnElement[bool]]:
    equal = (_duty.goal, which.goal), (_duty.owner, which.owner), (_duty.unit, which.unit)
    asked = (*equal, (_duty.parent, which.parent))
    found: list[ColumnElement[bool]] = [column == value for column, value in asked if value is not None]
    if which.states:
        found.append(_duty.state.in_(which.states))
    if which.kinds:
        found.append(_duty.kind.in_(which.kinds))
    if which.text:
        found.append(_duty.words.contains(which.text.casefold(), autoescape=True))
    if which.letter is not None:
        about = register_sources.c.duty == _duty.id, register_sources.c.letter == which.letter
        found.append(exists().where(*about))
    if which.unowned:
        found += [_duty.owner == "", _duty.unit == ""]
    if which.without_day:
        found.append(_duty.has_day.is_(False))
    return found

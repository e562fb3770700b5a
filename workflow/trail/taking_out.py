"""Who may take whole events out of the house, shielded words and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.trail.refusals import MayNotTakeOut

if TYPE_CHECKING:
    from workflow.directory.people import Person

TAKING_OUT = frozenset({"auditor", "controller", "administrator"})


def require_may_take_out(person: Person) -> None:
    """Refuse whose role does not open everything."""
    if person.role not in TAKING_OUT:
        raise MayNotTakeOut(name=person.name)

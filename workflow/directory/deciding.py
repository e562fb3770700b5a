"""Who may decide: everyone but those who are here to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.language import N_
from workflow.refusals import Refusal

if TYPE_CHECKING:
    from workflow.directory.directory import Directory

READ_ONLY = frozenset({"auditor", "ministry", "reader"})
"""The roles that read and never change anything. The auditor reads everything, also what is shielded."""


class MayNotDecide(Refusal):
    """Somebody whose role is to read gave a command."""

    code = "may-not-decide"
    message = N_("{name} may read and not change anything: the role in the directory is a reader's.")


def require_decider(directory: Directory, person: str) -> None:
    """Refuse a person of the directory whose role is read-only; `person` is an id, or the service's name."""
    found = directory.known(person)
    if found is not None and found.role in READ_ONLY:
        raise MayNotDecide(name=found.name)

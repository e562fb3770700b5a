"""Who may have shielded titles written out: those who keep it all, and the auditor (offentleglova § 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.language import N_
from workflow.refusals import Refusal

if TYPE_CHECKING:
    from workflow.directory.people import Person

READS_SHIELDED = frozenset({"controller", "administrator", "auditor"})
"""The roles that read what is shielded, all of it at once."""


class MayNotReadShielded(Refusal):
    """Somebody wants what is shielded written out whose role does not read it."""

    code = "may-not-read-shielded"
    message = N_(
        "{name} may not have shielded titles written out: only a controller, an administrator or the "
        "auditor may. Leave out --shielded."
    )


def require_reader_of_shielded(person: Person) -> None:
    """Refuse a person whose role does not read everything."""
    if person.role not in READS_SHIELDED:
        raise MayNotReadShielded(name=person.name)

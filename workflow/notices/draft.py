"""What a mail is written from: the recipient, the notices it carries, and what they are about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from projections.engine.duty.state import Duty
from workflow.directory.people import Person
from workflow.notices.model import Notice


@dataclass(frozen=True, slots=True)
class Draft:
    """One mail to one person, before it has words.

    `duties` has every duty that a notice names, as it stands now; `names` what to call people, units
    and letters, by id (a letter's as text). `written_at` is aware, UTC. `week` are the duties of a
    digest, most urgent first.
    """

    id: UUID
    recipient: Person
    notices: tuple[Notice, ...]
    duties: Mapping[UUID, Duty]
    names: Mapping[str, str]
    written_at: dt.datetime
    week: tuple[Duty, ...] = ()
    people: Mapping[str, Person] = field(default_factory=dict)
    """Whoever is invited to a meeting that a notice is about, by id: an invitation names them all."""

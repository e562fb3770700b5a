"""What a person may give by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

CHANNELS = ("email", "letter", "meeting", "oral")
"""How a duty may be given where no letter of the register gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveDuty:
    """Give a duty that no letter gave; repeating it changes nothing.

    `channel` is email, letter, meeting or oral; `source` names where it is written and is required
    unless it was oral. `words` is the deadline of the whole; `parts` are (name, words) instead, or
    besides. Words of a rhythm («hvert kvartal») give a series.
    """

    title: str
    kind: str = "assignment"
    reference: str = ""
    words: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    goal: int | None = None
    owed_to: str = ""
    owner: str = ""
    unit: str = ""
    channel: str
    source: str = ""
    given_on: dt.date | None = None
    parent: UUID | None = None
    by: str

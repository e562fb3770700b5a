"""What the search for date-like phrases gives."""

from __future__ import annotations

from dataclasses import dataclass

from calendars.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Found:
    """A date-like phrase: its span in the text given, the deadline it states or why it states none."""

    start: int
    end: int
    label: str
    """The part it is for, when named right before it: «Del 1», «Tiltak 62», «Utkast til rapport»; else «»."""
    deadline: Deadline | None
    reason: str = ""
    """Code of why it is none: the name of a module of `calendars.no_deadlines`."""

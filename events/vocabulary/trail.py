"""The stream of one look at the trail: reading it is itself recorded."""

from __future__ import annotations

from typing import ClassVar, Literal

from events.vocabulary.base import FirstEvent


class TrailConsulted(FirstEvent):
    """Someone read, verified, replayed or exported the trail."""

    TOPIC: ClassVar[str] = "trail.consulted"

    what: Literal["show", "list", "verify", "prove", "replay", "export", "report"]
    subject: str = ""
    """What was asked for, in the words of the command: a duty's id, a period, a day."""

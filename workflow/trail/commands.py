"""What may be asked about the trail itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal["show", "list", "verify", "prove", "replay", "export", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultTrail:
    """Record that somebody looked at the trail; `subject` is what was asked for."""

    what: What
    subject: str = ""
    by: str

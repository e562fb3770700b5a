"""Where a duty stands, as far as notices ask."""

from __future__ import annotations

from projections.engine.duty.state import Duty, Part

ENDED = frozenset({"withdrawn", "carried_over"})
DONE = frozenset({"delivered", "accepted"})


def is_running(duty: Duty) -> bool:
    """Tell whether something of the duty is still to be delivered."""
    return not duty.is_series and duty.state not in ENDED and duty.state not in DONE


def has_ended(duty: Duty) -> bool:
    """Tell whether nothing more is asked of it."""
    return duty.state in ENDED


def is_unmet(part: Part) -> bool:
    """Tell whether a part is still to be delivered."""
    return part.delivered_on is None and not part.dropped

"""Which deadlines the ministry still owes us a day for."""

from __future__ import annotations

from events.vocabulary.values import DeadlineFact

_NEVER_GETS_A_DAY = frozenset({"continuous", "on_demand", "multi_year", "at_once", "at_least"})
"""Forms (`calendars.forms`) that are open for good: nobody is to be asked when they are due."""


def is_awaited(deadline: DeadlineFact) -> bool:
    """Tell whether the day is still to be set or agreed: «avklares», «etter avtale», «kommer i brev»."""
    return deadline.form == "open" and deadline.pattern not in _NEVER_GETS_A_DAY

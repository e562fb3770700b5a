"""Which deadlines somebody still owes us a day for."""

from __future__ import annotations

from events.vocabulary.values import DeadlineFact

AWAITED = frozenset({"", "agreed", "to_be_set", "by_letter"})
"""Forms of open deadlines (`calendars.forms`) that somebody is to set; «løpende» never gets a day."""


def is_awaited(deadline: DeadlineFact) -> bool:
    """Tell whether the day is still to be set or agreed: «avklares», «etter avtale», «kommer i brev»."""
    return deadline.form == "open" and deadline.pattern in AWAITED

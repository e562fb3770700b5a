"""What phrases of one text say together: an end that several share, a last delivery, a year given once."""

from __future__ import annotations

import re
from dataclasses import replace

from calendars.deadline import Deadline, Form
from calendars.explanations import explain
from calendars.found import Found
from calendars.phrases import compiled
from calendars.recurrence import yearly_rule

_TOGETHER = re.compile(compiled(r"^[ \n\t,]*(?:og|samt)?[ \n\t,]*$"))


def spread(text: str, found: list[Found]) -> list[Found]:
    """Let dates right before «… (til og med 2027)» recur to the same end."""
    spread_out = list(found)
    for at in range(len(found) - 2, -1, -1):
        this, later = spread_out[at], spread_out[at + 1]
        if this.deadline and later.deadline and _TOGETHER.match(text[this.end : later.start]):
            spread_out[at] = replace(this, deadline=_recurring_like(this.deadline, later.deadline))
    return spread_out


def _recurring_like(deadline: Deadline, later: Deadline) -> Deadline:
    if deadline.form is not Form.DATE or deadline.day is None or later.pattern != "yearly_date" or not later.until:
        return deadline
    recurring = replace(later, text=deadline.text, rrule=yearly_rule(deadline.day), first=deadline.day)
    return replace(recurring, explanation=explain(recurring, "nb"))

"""What phrases of one text say together: an end that several share, and the delivery that ends a series."""

from __future__ import annotations

import re
from dataclasses import replace

from calendars.deadline import Deadline, Form
from calendars.explanations import explain
from calendars.found import Found
from calendars.phrases import compiled
from calendars.recurrence import yearly_rule
from calendars.repair import fold

_TOGETHER = re.compile(compiled(r"[ \n\t,;]*(?:og|samt)?[ \n\t,;]*"))
_LAST_DELIVERY = re.compile(compiled(r"slutt|endelig|endeleg|siste"), re.IGNORECASE)


def spread(text: str, found: list[Found]) -> list[Found]:
    """Let dates right before «… (til og med 2027)» recur to the same end."""
    spread_out = list(found)
    for at in range(len(found) - 2, -1, -1):
        this, later = spread_out[at], spread_out[at + 1]
        if this.deadline and later.deadline and _TOGETHER.fullmatch(fold(text[this.end : later.start]).text):
            spread_out[at] = replace(this, deadline=_recurring_like(this.deadline, later.deadline))
    return spread_out


def end(found: list[Found]) -> list[Found]:
    """Let a yearly series end with the last delivery that is named after it («Sluttrapport 1.6.2030»)."""
    ended = list(found)
    for at, (this, later) in enumerate(zip(found, found[1:], strict=False)):
        series, last = this.deadline, later.deadline
        if series and last and last.day and series.first and not series.until and _LAST_DELIVERY.match(later.label):
            ended[at] = replace(this, deadline=_explained(replace(series, until=last.day)))
    return ended


def _recurring_like(deadline: Deadline, later: Deadline) -> Deadline:
    if deadline.form is not Form.DATE or deadline.day is None or later.pattern != "yearly_date" or not later.until:
        return deadline
    return _explained(replace(later, text=deadline.text, rrule=yearly_rule(deadline.day), first=deadline.day))


def _explained(deadline: Deadline) -> Deadline:
    return replace(deadline, explanation=explain(deadline, "nb"))

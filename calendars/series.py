"""What phrases of one text say together: an end that several share, and the delivery that ends a series."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from calendars.deadline import Deadline, Form
from calendars.explanations import explain
from calendars.found import Found
from calendars.phrases import matcher
from calendars.repair import fold
from calendars.rules import yearly_rule

_TOGETHER = r"[ \n\t,;]*(?:og|samt)?[ \n\t,;]*"
_BESIDE = re.compile(r"[\s,:;(–-]*(?:på |den |innen )?[\s(]*")
_LAST_DELIVERY = r"slutt|endelig|endeleg|siste"


def spread(text: str, found: list[Found]) -> list[Found]:
    """Let dates right before «… (til og med 2027)» recur to the same end."""
    spread_out = list(found)
    for at in range(len(found) - 2, -1, -1):
        this, later = spread_out[at], spread_out[at + 1]
        if (
            this.deadline
            and later.deadline
            and matcher(_TOGETHER).fullmatch(fold(text[this.end : later.start]).text)
        ):
            spread_out[at] = replace(this, deadline=_recurring_like(this.deadline, later.deadline))
    return spread_out


def absorb(text: str, found: list[Found]) -> list[Found]:
    """Let «månedlig (1. virkedag i hver måned)» be one phrase: how often belongs to the day beside it."""
    kept: list[Found] = []
    for one in found:
        before = kept[-1] if kept else None
        if (
            before
            and _only_says_how_often(before)
            and one.deadline
            and _BESIDE.fullmatch(text[before.end : one.start])
        ):
            deadline = replace(one.deadline, text=" ".join(text[before.start : one.end].split()))
            kept[-1] = replace(one, start=before.start, deadline=_explained(deadline))
        else:
            kept.append(one)
    return kept


def _only_says_how_often(found: Found) -> bool:
    return found.deadline is not None and found.deadline.pattern == "every_period"


def end(found: list[Found]) -> list[Found]:
    """Let a yearly series end with the last delivery that is named after it («Sluttrapport 1.6.2030»)."""
    ended = list(found)
    for at, (this, later) in enumerate(pairwise(found)):
        series, last = this.deadline, later.deadline
        if (
            series
            and last
            and last.day
            and series.first
            and not series.until
            and matcher(_LAST_DELIVERY, re.IGNORECASE).match(later.label)
        ):
            ended[at] = replace(this, deadline=_explained(replace(series, until=last.day)))
    return ended


def _recurring_like(deadline: Deadline, later: Deadline) -> Deadline:
    if deadline.form is not Form.DATE or deadline.day is None or later.pattern != "yearly_date":
        return deadline
    if later.first and not later.until:
        return deadline
    first = deadline.day if later.first else None
    return _explained(replace(later, text=deadline.text, rrule=yearly_rule(deadline.day), first=first))


def _explained(deadline: Deadline) -> Deadline:
    return replace(deadline, explanation=explain(deadline, "nb"))

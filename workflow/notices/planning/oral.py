"""Whenever something was given orally and is not in writing, then the controllers are reminded."""

from __future__ import annotations

from collections.abc import Iterator

from projections.engine.duty.state import Duty
from workflow.notices.addressing import notices, to_controllers
from workflow.notices.hours import DAY_FROM
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.rhythm import every
from workflow.notices.planning.standing import has_ended
from workflow.notices.planning.surroundings import Surroundings, day_of

EVERY = 5
"""Working days from one reminder to the next."""


def plan(duty: Duty, around: Surroundings) -> Iterator[Planned]:
    """Give the reminders to have it confirmed, for as long as it is not."""
    if not duty.orally or duty.confirmed_on is not None or has_ended(duty):
        return
    first = around.calendar.after(day_of(duty.created_at), EVERY)
    for number, day in every(EVERY, first, around):
        yield from notices(
            to_controllers(day, around),
            DAY_FROM,
            kind=Kind.ORAL,
            duty=duty.id,
            subject="",
            version="",
            step=str(number),
            due_on=day,
        )

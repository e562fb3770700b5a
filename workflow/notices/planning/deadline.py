"""Whenever a step of a deadline's ladder falls, then its owner, or who stands above, is reminded."""

from __future__ import annotations

from collections.abc import Iterator

from projections.engine.duty.state import Duty, Part, Version
from workflow.notices.addressing import notices, to_owner
from workflow.notices.hours import DAY_FROM
from workflow.notices.ladder import Ladder, before_only, falls, within
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.standing import is_running, is_unmet
from workflow.notices.planning.surroundings import Surroundings, day_of


def plan(duty: Duty, around: Surroundings) -> Iterator[Planned]:
    """Give the steps of every unmet deadline of the duty.

    None falls before the deadline was recorded, and none at all for a deadline that was past
    when it was recorded, nor before a delivery came back: what fell while nothing was owed is not
    made up. A tentative deadline is spoken of until its day: nobody is late.
    """
    if not is_running(duty):
        return
    for part in duty.parts.values():
        if is_unmet(part) and part.history:
            yield from _steps(duty, part, part.history[-1], around)


def _steps(duty: Duty, part: Part, version: Version, around: Surroundings) -> Iterator[Planned]:
    due, working = version.deadline.due, version.deadline.working_date
    known = day_of(version.recorded_at)
    owed = day_of(part.returned_at) if part.returned_at else known
    if due is None or working is None or known > due or version.deadline.impossible:
        return
    for day, step, levels_up in falls(_ladder(duty, version, around), due, working, around.calendar):
        if day >= max(known, owed) and around.asks_for(day):
            yield from notices(
                to_owner(duty, day, around, levels_up),
                DAY_FROM,
                kind=Kind.DEADLINE,
                duty=duty.id,
                subject=part.part,
                version=str(version.number),
                step=step,
                due_on=day,
            )


def _ladder(duty: Duty, version: Version, around: Surroundings) -> Ladder:
    steps = around.rules.ladder_of(duty.kind, duty.id)
    if version.deadline.tentative:
        steps = before_only(steps)
    gap = around.gaps.get(duty.id)
    return steps if gap is None else within(steps, gap)

"""What was said before: the places of notices that were raised, whatever became of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from projections.notices.queries import RaisedPlace
from workflow.notices.addressing import CONTROLLER
from workflow.notices.model import Kind, Notice
from workflow.notices.working_days import WorkingDays

ONE_VOICE = frozenset({Kind.DEADLINE, Kind.MEASURE, Kind.CHASE, Kind.DIGEST})
"""Kinds whose step is for one person: said to anyone, it is said, though another owns the duty now."""
NEWCOMER_HEARS = 5
"""Working days back: what was said to the controllers before that is not said again to a new one."""

Step = tuple[str, UUID | None, str, str, str]
Topic = tuple[str, UUID | None, str, str, str]


class Said:
    """Answers whether something was said, and what a person has heard today."""

    def __init__(self, raised: Iterable[RaisedPlace] = (), today: dt.date = dt.date.min) -> None:
        """Take what was raised."""
        self._places: set[tuple[Step, str, str]] = set()
        self._told: set[tuple[Step, str]] = set()
        self._roles: dict[Step, set[str]] = defaultdict(set)
        self.heard: set[tuple[str, Topic]] = set()
        """Person and topic of what goes out today."""
        for each in raised:
            step = (str(each.kind), each.duty, each.subject, each.version, each.step)
            self._places.add((step, each.role, _person(each.role, each.recipient)))
            self._told.add((step, each.recipient))
            self._roles[step].add(each.role)
            if each.due_on == today and each.state != "skipped":
                self.heard.add((each.recipient, topic_of(Kind(each.kind), step)))

    def has(self, notice: Notice, today: dt.date, calendar: WorkingDays) -> bool:
        """Tell whether the notice was said, to its recipient or to whom it was for then."""
        step = step_of(notice)
        roles = self._roles.get(step)
        if not roles:
            return False
        if (step, notice.recipient) in self._told:
            return True
        if (step, notice.role, _person(notice.role, notice.recipient)) in self._places:
            return True
        if notice.kind in ONE_VOICE and (notice.role != CONTROLLER or roles != {CONTROLLER}):
            return True
        return notice.role == CONTROLLER and calendar.between(notice.due_on, today) > NEWCOMER_HEARS


def step_of(notice: Notice) -> Step:
    """Give what is said, whoever it goes to."""
    return str(notice.kind), notice.duty, notice.subject, notice.version, notice.step


def topic_of(kind: Kind, step: Step) -> Topic:
    """Give what a recipient need hear once a day: of one deadline the most important notice is enough."""
    if kind in (Kind.MISSED, Kind.DEADLINE):
        return "deadline", step[1], step[2], step[3], ""
    return step


def _person(role: str, recipient: str) -> str:
    return recipient if role in ("controller", "attendee", "reader") else ""

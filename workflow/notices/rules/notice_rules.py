"""The stream of an agency's rules: ladders, lead times and pauses, each set by somebody some day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Self
from uuid import UUID, uuid5

from eventsourcing.domain import BaseAggregate

from events.vocabulary import notice_rules as told
from events.vocabulary.base import Event
from workflow.duty.state import Stamp
from workflow.evolution import evolver
from workflow.identity import NAMESPACE
from workflow.notices.ladder import Ladder, LeadTimes, Step
from workflow.notices.rules import refusals
from workflow.notices.rules.in_force import MEASURE, Pause, RulesInForce, Scope

LONGEST_LADDER = 250
"""Working days: no step lies more than about a year from its deadline."""


def rules_id(agency: str) -> UUID:
    """Give the id of the agency's one stream of rules."""
    return uuid5(NAMESPACE, f"notice-rules|{agency}")


class NoticeRules(BaseAggregate[UUID]):
    """The rules of one agency. Methods record one event, or nothing where all is as asked, or refuse."""

    TOPIC = "notice-rules"

    def __init__(self) -> None:
        """Begin with the defaults: nothing is set."""
        self.ladders: dict[Scope, Ladder] = {}
        self.leads: dict[Scope, LeadTimes] = {}
        self.pauses: dict[tuple[UUID | None, str], Pause] = {}

    def evolve(self, event: Event) -> None:
        """Take an event into the state."""
        _evolve(self, event)

    @classmethod
    def begin(cls, agency: str, stamp: Stamp) -> Self:
        """Begin the stream."""
        return cls._create(told.NoticeRulesBegun, id=rules_id(agency), agency=agency, **stamp.fields)

    def set_ladder(self, scope: Scope, steps: Ladder, stamp: Stamp) -> None:
        """Let these steps hold for a kind of duty or for one duty; no steps are silence."""
        _require_sound(steps)
        if self.ladders.get(scope) != steps:
            rungs = tuple(told.Rung(days=step.days, levels_up=step.levels_up) for step in steps)
            self._say(told.LadderSet, scope, stamp, rungs=rungs)

    def unset_ladder(self, scope: Scope, stamp: Stamp) -> None:
        """Go back to what holds without this ladder."""
        if scope in self.ladders:
            self._say(told.LadderUnset, scope, stamp)

    def set_leads(self, scope: Scope, leads: LeadTimes, stamp: Stamp) -> None:
        """Let these lead times hold for a kind of duty or for one duty."""
        if scope[0] == MEASURE or not LONGEST_LADDER >= leads.unit >= leads.director >= leads.archive >= 0:
            raise refusals.LeadTimesOutOfOrder
        if self.leads.get(scope) != leads:
            self._say(told.LeadTimesSet, scope, stamp, **leads._asdict())

    def pause(self, duty: UUID | None, person: str, pause: Pause, today: dt.date, stamp: Stamp) -> None:
        """Send no reminders about a duty, or to a person, until a day, that day included."""
        if pause.until < today:
            raise refusals.PauseIsOver(until=pause.until)
        if not pause.reason.strip():
            raise refusals.PauseWithoutReason
        if self.pauses.get((duty, person)) != pause:
            facts = {"duty": duty, "person": person, "until": pause.until, "reason": pause.reason}
            self.trigger_event(told.NoticesPaused, **facts, **stamp.fields)

    def resume(self, duty: UUID | None, person: str, stamp: Stamp) -> None:
        """Send reminders again."""
        if (duty, person) in self.pauses:
            self.trigger_event(told.NoticesResumed, duty=duty, person=person, **stamp.fields)

    @property
    def in_force(self) -> RulesInForce:
        """Give the rules as the planner uses them."""
        return RulesInForce(dict(self.ladders), dict(self.leads), dict(self.pauses))

    def _say(self, event_class: type[Any], scope: Scope, stamp: Stamp, **facts: object) -> None:
        self.trigger_event(event_class, kind=scope[0], duty=scope[1], **facts, **stamp.fields)


def _require_sound(steps: Ladder) -> None:
    if len({step.days for step in steps}) != len(steps):
        raise refusals.StepTwice
    if any(abs(step.days) > LONGEST_LADDER for step in steps):
        raise refusals.StepTooFar(most=LONGEST_LADDER)
    if any(not 0 <= step.levels_up <= 9 for step in steps):
        raise refusals.LevelsOutOfRange


def _begun(rules: NoticeRules, event: told.NoticeRulesBegun) -> None:
    """Nothing is set yet."""


def _ladder_set(rules: NoticeRules, event: told.LadderSet) -> None:
    steps = (Step(rung.days, rung.levels_up) for rung in event.rungs)
    rules.ladders[event.kind, event.duty] = tuple(sorted(steps))


def _ladder_unset(rules: NoticeRules, event: told.LadderUnset) -> None:
    rules.ladders.pop((event.kind, event.duty), None)


def _leads_set(rules: NoticeRules, event: told.LeadTimesSet) -> None:
    rules.leads[event.kind, event.duty] = LeadTimes(event.unit, event.director, event.archive)


def _paused(rules: NoticeRules, event: told.NoticesPaused) -> None:
    rules.pauses[event.duty, event.person] = Pause(event.until, event.reason)


def _resumed(rules: NoticeRules, event: told.NoticesResumed) -> None:
    rules.pauses.pop((event.duty, event.person), None)


# `Any`: each function takes the one event that its key names.
EVOLVING: Mapping[type, Callable[[NoticeRules, Any], None]] = {
    told.NoticeRulesBegun: _begun,
    told.LadderSet: _ladder_set,
    told.LadderUnset: _ladder_unset,
    told.LeadTimesSet: _leads_set,
    told.NoticesPaused: _paused,
    told.NoticesResumed: _resumed,
}
_evolve = evolver(EVOLVING)

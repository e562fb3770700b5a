"""From a command about the rules to the one stream that keeps them."""

from __future__ import annotations

from eventsourcing.application import AggregateNotFoundError

from events.store.application import EventStore
from workflow.duty.state import Stamp
from workflow.loading import save
from workflow.notices.rules import commands
from workflow.notices.rules.in_force import Pause, RulesInForce
from workflow.notices.rules.notice_rules import NoticeRules, rules_id
from workflow.work import Outcome, Work


def rules_in_force(store: EventStore, agency: str) -> RulesInForce:
    """Give the agency's rules; the defaults where it never set any."""
    found = _load(store, agency)
    return found.in_force if found else RulesInForce()


def set_ladder(command: commands.SetLadder, work: Work) -> Outcome:
    """Set a ladder."""
    rules, stamp = _rules(work, command.by)
    rules.set_ladder((command.kind, command.duty), tuple(sorted(command.steps)), stamp)
    return _saved(work, rules)


def unset_ladder(command: commands.UnsetLadder, work: Work) -> Outcome:
    """Take a ladder away."""
    rules, stamp = _rules(work, command.by)
    rules.unset_ladder((command.kind, command.duty), stamp)
    return _saved(work, rules)


def set_leads(command: commands.SetLeadTimes, work: Work) -> Outcome:
    """Set lead times."""
    rules, stamp = _rules(work, command.by)
    rules.set_leads((command.kind, command.duty), command.leads, stamp)
    return _saved(work, rules)


def pause(command: commands.PauseNotices, work: Work) -> Outcome:
    """Pause."""
    rules, stamp = _rules(work, command.by)
    rules.pause(command.duty, command.person, Pause(command.until, command.reason), work.today, stamp)
    return _saved(work, rules)


def resume(command: commands.ResumeNotices, work: Work) -> Outcome:
    """End a pause."""
    rules, stamp = _rules(work, command.by)
    rules.resume(command.duty, command.person, stamp)
    return _saved(work, rules)


def _rules(work: Work, by: str) -> tuple[NoticeRules, Stamp]:
    stamp = Stamp(work.now, by)
    return _load(work.store, work.agency) or NoticeRules.begin(work.agency, stamp), stamp


def _load(store: EventStore, agency: str) -> NoticeRules | None:
    try:
        found = store.load(rules_id(agency))
    except AggregateNotFoundError:
        return None
    assert isinstance(found, NoticeRules), "the id is derived from what it is"
    return found


def _saved(work: Work, rules: NoticeRules) -> Outcome:
    """Save what was decided; a stream that would only begin is no change."""
    begun_only = rules.version == 1 and len(rules.pending_events) == 1
    return Outcome() if begun_only else save(work, rules)

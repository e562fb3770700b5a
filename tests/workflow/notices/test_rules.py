from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from events.store.application import EventStore
from events.store.datastore import Datastore
from tests.kit.office import AGENCY, BY, Office
from tests.workflow.notices.made import day
from workflow.notices.ladder import DEADLINES, MEASURES, LeadTimes, ladder
from workflow.notices.rules import refusals
from workflow.notices.rules.commands import (
    PauseNotices,
    ResumeNotices,
    SetLadder,
    SetLeadTimes,
    UnsetLadder,
)
from workflow.notices.rules.handlers import rules_in_force
from workflow.notices.rules.in_force import RulesInForce
from workflow.refusals import Refusal

DUTY = UUID("6f0c3e3e-1f6e-4a0b-9a35-0d7f1b8f4c11")
UNTIL = dt.date(2026, 3, 1)


def _rules(office: Office) -> RulesInForce:
    return rules_in_force(EventStore(office.datastore), AGENCY)


def test_without_any_rule_the_defaults_hold(sqlite_datastore: Datastore) -> None:
    """An agency that sets nothing has the ladder of the house."""
    rules = _rules(Office(sqlite_datastore))
    assert rules.ladder_of("report") == DEADLINES
    assert rules.ladder_of_measures() == MEASURES
    assert rules.leads_of("report") == LeadTimes(10, 5, 1)


def test_a_ladder_that_is_set_is_there_when_the_rules_are_loaded_again(datastore: Datastore) -> None:
    """Set for one kind and for one duty; the rest keeps the default, and unsetting brings it back."""
    office = Office(datastore)
    assert office.do(SetLadder(kind="report", steps=ladder(0, -3, (2, 1)), by=BY)).changed
    office.do(SetLadder(duty=DUTY, steps=(), by=BY))
    assert _rules(office).ladder_of("report") == ladder(-3, 0, (2, 1))
    assert _rules(office).ladder_of("report", DUTY) == ()
    assert _rules(office).ladder_of("assignment") == DEADLINES
    office.do(UnsetLadder(duty=DUTY, by=BY))
    assert _rules(office).ladder_of("report", DUTY) == ladder(-3, 0, (2, 1))


def test_setting_a_rule_again_changes_nothing(sqlite_datastore: Datastore) -> None:
    """A command is safe to repeat, and what was never set cannot be unset."""
    office = Office(sqlite_datastore)
    assert not office.do(UnsetLadder(kind="report", by=BY)).changed
    office.do(SetLadder(steps=ladder(-1), by=BY))
    assert not office.do(SetLadder(steps=ladder(-1), by=BY)).changed
    assert not office.do(ResumeNotices(duty=DUTY, by=BY)).changed


def test_a_ladder_for_every_kind_does_not_reach_the_measures(sqlite_datastore: Datastore) -> None:
    """Measures have a ladder of their own."""
    office = Office(sqlite_datastore)
    office.do(SetLadder(steps=ladder(-1), by=BY))
    assert _rules(office).ladder_of("input") == ladder(-1)
    assert _rules(office).ladder_of_measures() == MEASURES
    office.do(SetLadder(kind="measure", steps=ladder(-2), by=BY))
    assert _rules(office).ladder_of_measures() == ladder(-2)


def test_lead_times_hold_for_the_kind_they_are_set_for(sqlite_datastore: Datastore) -> None:
    """And for one duty before its kind."""
    office = Office(sqlite_datastore)
    office.do(SetLeadTimes(kind="report", leads=LeadTimes(15, 8, 2), by=BY))
    office.do(SetLeadTimes(duty=DUTY, leads=LeadTimes(3, 2, 0), by=BY))
    rules = _rules(office)
    assert rules.leads_of("report") == (15, 8, 2)
    assert rules.leads_of("report", DUTY) == (3, 2, 0)
    assert rules.leads_of("meeting") == (10, 5, 1)


def test_a_pause_lasts_until_its_day_or_until_it_is_ended(sqlite_datastore: Datastore) -> None:
    """For a duty or for a person."""
    office = Office(sqlite_datastore)
    office.do(PauseNotices(duty=DUTY, until=UNTIL, reason="Avventer brev", by=BY))
    office.do(PauseNotices(person="p-1", until=UNTIL, reason="Permisjon", by=BY))
    rules = _rules(office)
    assert rules.pause_of(DUTY, "p-2", UNTIL)
    assert rules.pause_of(None, "p-1", UNTIL)
    assert not rules.pause_of(DUTY, "p-2", day("2026-03-02"))
    assert not rules.pause_of(None, "p-2", UNTIL)
    office.do(ResumeNotices(person="p-1", by=BY))
    assert not _rules(office).pause_of(None, "p-1", UNTIL)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (SetLadder(steps=ladder(-1, (-1, 1)), by=BY), refusals.StepTwice),
        (SetLadder(steps=ladder(-251), by=BY), refusals.StepTooFar),
        (SetLadder(steps=ladder((1, 10)), by=BY), refusals.LevelsOutOfRange),
        (SetLeadTimes(leads=LeadTimes(5, 10, 1), by=BY), refusals.LeadTimesOutOfOrder),
        (SetLeadTimes(leads=LeadTimes(10, 5, -1), by=BY), refusals.LeadTimesOutOfOrder),
        (SetLeadTimes(kind="measure", leads=LeadTimes(), by=BY), refusals.LeadTimesOutOfOrder),
        (PauseNotices(duty=DUTY, until=dt.date(2026, 2, 1), reason="x", by=BY), refusals.PauseIsOver),
        (PauseNotices(duty=DUTY, until=UNTIL, reason=" ", by=BY), refusals.PauseWithoutReason),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(
    sqlite_datastore: Datastore, command: object, why: type[Refusal]
) -> None:
    """And nothing is changed."""
    office = Office(sqlite_datastore)
    with pytest.raises(why):
        office.do(command)
    assert office.store.last_position() == 0

from __future__ import annotations

import datetime as dt

import pytest

from events.vocabulary import assignment
from tests.kit.happened import Past, undated
from tests.kit.reported import KNOWN_AT, history_of
from workflow.reporting.building.outcome import Outcome, owed_of


def _given() -> Past:
    return Past().letter().assignment("a", given_on=dt.date(2026, 1, 5))


CASES = {
    "on the day": (_given().due("a", "2026-03-15").delivered("a", day="2026-03-15"), Outcome.IN_TIME, 0),
    "early": (_given().due("a", "2026-03-15").delivered("a", day="2026-03-01"), Outcome.IN_TIME, -14),
    "a day late": (_given().due("a", "2026-03-15").delivered("a", day="2026-03-16"), Outcome.LATE, 1),
    "by the new day": (
        _given().due("a", "2026-03-15").postponed("a", "2026-04-15").delivered("a", day="2026-04-15"),
        Outcome.AGREED,
        0,
    ),
    "after the new day": (
        _given().due("a", "2026-03-15").postponed("a", "2026-04-15").delivered("a", day="2026-04-18"),
        Outcome.LATE,
        3,
    ),
    "no day": (_given().due("a", undated()).delivered("a", day="2026-03-01"), Outcome.UNDATED, None),
    "not yet": (_given().due("a", "2027-01-15"), Outcome.OPEN, None),
    "the day after": (_given().due("a", "2027-01-14"), Outcome.OVERDUE, None),
    "withdrawn": (_given().due("a", "2026-03-15").withdrawn("a"), Outcome.LAPSED, None),
    "carried over": (
        _given()
        .due("a", "2026-03-15")
        .happens(
            assignment.AssignmentCarriedOver,
            "a",
            carried_on=dt.date(2026, 12, 1),
            reason="Videreføres",
            reference="Brev 2027",
        ),
        Outcome.CARRIED,
        None,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_judging_a_deadline_tells_late_from_postponed_and_open(name: str) -> None:
    """Each deadline has one outcome, and its days are calendar days from the deadline that counts."""
    past, outcome, days = CASES[name]
    (followed,) = history_of(past).duties.values()
    (owed,) = owed_of(followed, KNOWN_AT.date())
    assert (owed.outcome, owed.days) == (outcome, days)


def test_judging_a_corrected_deadline_counts_it_as_never_moved() -> None:
    """What was written down wrongly was not postponed: the delivery is in time, not in time by agreement."""
    past = _given().due("a", "2026-03-15")
    right = past.events[-1].model_dump()["deadline"] | {"day": dt.date(2026, 4, 15)}
    past.happens(
        assignment.AssignmentDeadlineCorrected, "a", part="", deadline=right, reason="Feil", source={}
    )
    past.delivered("a", day="2026-04-01")
    (followed,) = history_of(past).duties.values()
    (owed,) = owed_of(followed, KNOWN_AT.date())
    assert (owed.outcome, owed.moved) == (Outcome.IN_TIME, 0)


def test_judging_parts_gives_each_its_own_outcome_and_lead() -> None:
    """Parts are delivered one by one, and the lead runs from the day the duty was given."""
    past = _given().due("a", "2026-03-15", "Del 1").due("a", "2026-09-15", "Del 2")
    past.delivered("a", "Del 1", "2026-03-20")
    (followed,) = history_of(past).duties.values()
    first, second = owed_of(followed, dt.date(2026, 6, 1))
    assert (first.outcome, first.lead) == (Outcome.LATE, 74)
    assert (second.outcome, second.lead) == (Outcome.OPEN, None)

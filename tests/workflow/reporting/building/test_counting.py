from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tests.kit.happened import Past
from tests.kit.reported import scope
from workflow.reporting.building import counting
from workflow.reporting.building.counting import Groups
from workflow.reporting.building.scope import Scope

DAYS = st.dates(dt.date(2025, 6, 1), dt.date(2027, 6, 1))
LIVES = st.tuples(
    st.none() | st.integers(1, 4), st.none() | DAYS, st.none() | DAYS, st.sampled_from(["", "a", "b"])
)
GROUPINGS = (counting.by_goal, counting.by_unit, counting.by_letter, counting.by_month)


def _scope(lives: list[tuple[int | None, dt.date | None, dt.date | None, str]]) -> Scope:
    past = Past().letter()
    for number, (goal, due, delivered, unit) in enumerate(lives):
        name = f"2026-{number:02}"
        past.assignment(name, goal=goal)
        if due:
            past.due(name, due.isoformat())
        if delivered:
            past.delivered(name, day=delivered.isoformat())
        if unit:
            past.owned(name, unit=unit)
    return scope(past)


@given(st.lists(LIVES, max_size=12))
def test_grouping_in_any_way_counts_every_delivery_once(
    lives: list[tuple[int | None, dt.date | None, dt.date | None, str]],
) -> None:
    """The sums agree across goal, unit, letter and month, whatever is missing."""
    found = _scope(lives)
    owed = found.counted()
    assert len(owed) == len(lives)
    for group in GROUPINGS:
        assert sorted(map(id, _all(group(found, owed)))) == sorted(map(id, owed))


def _all(groups: Groups) -> list[object]:
    return [each for owed in groups.values() for each in owed]


def test_grouping_by_week_counts_the_year_of_the_week() -> None:
    """29 December 2025 is in week 1 of 2026, and 2026 has 53 weeks, empty ones too."""
    lives = [(1, dt.date(2025, 12, 29), None, ""), (1, dt.date(2027, 1, 3), None, "")]
    found = _scope(lives)
    weeks = counting.by_week(found, found.counted())
    assert len(weeks) == 53
    assert [len(weeks["Uke 1"]), len(weeks["Uke 53"]), sum(map(len, weeks.values()))] == [1, 1, 2]


def test_taking_the_median_lead_leaves_out_what_is_not_delivered() -> None:
    """Counted by hand: 10, 20 and 40 days give 20."""
    past = Past().letter()
    for name, day in (("a", "2026-01-15"), ("b", "2026-01-25"), ("c", "2026-02-14"), ("d", "")):
        past.assignment(name, given_on=dt.date(2026, 1, 5)).due(name, "2026-06-01")
        if day:
            past.delivered(name, day=day)
    assert counting.median_lead(scope(past).counted()) == 20
    assert counting.median_lead(()) is None

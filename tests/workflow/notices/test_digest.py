from __future__ import annotations

from dataclasses import replace

from projections.engine.duty.state import Duty
from tests.workflow.notices.made import (
    DIRECTOR,
    MANAGER,
    OWNER,
    PEOPLE,
    around,
    day,
    deviate,
    duty,
    moment,
    staff,
    told,
    undated,
)
from workflow.directory.people import Absence
from workflow.notices.planning import digest
from workflow.notices.planning.surroundings import Surroundings
from workflow.notices.planning.week import week_of

SOON = duty("2026-03-20")
FAR = duty("2026-12-01", name="2026-09")


def _days(made: list[Duty], person: str, here: Surroundings) -> list[str]:
    planned = list(digest.plan(made, here))
    return [str(each.notice.due_on) for each in planned if each.notice.subject == person]


def test_a_digest_goes_on_mondays_to_owner_manager_and_director() -> None:
    """Those who have something to follow up read it; the controllers see everything anyway."""
    planned = list(digest.plan([SOON], around("2026-03-02", "2026-03-13")))
    assert told(planned) == [
        ("2026-03-02", "", DIRECTOR),
        ("2026-03-02", "", MANAGER),
        ("2026-03-02", "", OWNER),
        ("2026-03-09", "", DIRECTOR),
        ("2026-03-09", "", MANAGER),
        ("2026-03-09", "", OWNER),
    ]
    assert {each.not_before.hour for each in planned} == {8}


def test_a_digest_with_nothing_to_tell_is_not_sent() -> None:
    """Never empty: what is due in December is not told of in March."""
    assert not list(digest.plan([FAR], around("2026-03-02", "2026-03-13")))
    assert _days([FAR], OWNER, around("2026-10-26", "2026-11-10")) == ["2026-11-09"]


def test_a_digest_on_a_holiday_goes_the_next_working_day() -> None:
    """Easter Monday's is read on the Tuesday, and stands for the same week."""
    planned = list(digest.plan([SOON], around("2026-04-03", "2026-04-10")))
    assert {(str(each.notice.due_on), each.notice.version) for each in planned} == {
        ("2026-04-07", "2026-W15")
    }


def test_a_digest_comes_on_the_day_and_hour_that_the_reader_chose() -> None:
    """Thursdays at two, for who wants them then."""
    chosen = replace(PEOPLE[0], digest_day=4, digest_hour=14)
    here = around("2026-03-02", "2026-03-13", line=staff(chosen))
    assert _days([SOON], OWNER, here) == ["2026-03-05", "2026-03-12"]
    planned = [each for each in digest.plan([SOON], here) if each.notice.subject == OWNER]
    assert {each.not_before.hour for each in planned} == {14}


def test_a_digest_that_is_turned_off_is_not_sent() -> None:
    """Who wants none gets none."""
    here = around("2026-03-02", line=staff(replace(PEOPLE[0], digest_off=True)))
    assert _days([SOON], OWNER, here) == []
    assert _days([SOON], MANAGER, here) == ["2026-03-02"]


def test_the_digest_of_someone_away_goes_to_the_deputy_once() -> None:
    """It is still the reader's week; the deputy has one of their own beside it."""
    away = Absence(OWNER, day("2026-03-02"), day("2026-03-06"), deputy="p-other")
    here = around("2026-03-02", line=staff(away=(away,)))
    (planned,) = [each for each in digest.plan([SOON], here) if each.notice.subject == OWNER]
    assert (planned.notice.recipient, planned.notice.instead_of) == ("p-other", OWNER)


def test_the_week_tells_of_what_is_late_near_awaited_or_in_deviation() -> None:
    """And of nothing else, the nearest first, what has no day last."""
    late, near, later = (
        duty("2026-02-02", name="a"),
        duty("2026-03-20", name="b"),
        duty("2026-06-01", name="c"),
    )
    asked, delivered = duty(undated(), name="d"), duty("2026-03-20", name="e", state="delivered")
    broken = duty("2026-09-01", name="f", state="delivered")
    deviate(broken, moment("2026-02-20 10:00"))
    gone = duty("2026-03-20", name="g", state="withdrawn")
    found = week_of(OWNER, [gone, broken, delivered, asked, later, near, late], staff(), day("2026-03-02"))
    assert [each.reference for each in found] == ["a", "b", "f", "d"]

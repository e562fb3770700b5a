from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendars.days import DeadDays, UnverifiedYear, is_working_day, last_working_day
from tests.workflow.notices.made import day
from workflow.notices.ladder import DEADLINES, LeadTimes, falls, ladder, lead_dates, within
from workflow.notices.working_days import WorkingDays, working_days

CALENDAR = working_days()
DAYS = st.dates(dt.date(2021, 3, 1), dt.date(2034, 12, 31))


def _steps(due: str, calendar: WorkingDays = CALENDAR) -> dict[str, dt.date]:
    stated = day(due)
    found = falls(DEADLINES, stated, last_working_day(stated), calendar)
    return {each.step: each.day for each in found}


def test_counting_a_ladder_in_plain_weeks_steps_over_weekends() -> None:
    """Twenty working days are four weeks where no holiday lies between."""
    steps = _steps("2026-02-27")
    assert steps["-20"] == day("2026-01-30")
    assert steps["-1"] == day("2026-02-26")
    assert steps["0"] == day("2026-02-27")
    assert (steps["+1"], steps["+3"], steps["+5"]) == (
        day("2026-03-02"),
        day("2026-03-04"),
        day("2026-03-06"),
    )


def test_counting_backwards_over_easter_steps_over_its_holidays() -> None:
    """Maundy Thursday, Good Friday and Easter Monday are no working days."""
    assert _steps("2026-04-08")["-1"] == day("2026-04-07")
    assert _steps("2026-04-08")["-5"] == day("2026-03-27")


def test_counting_backwards_over_the_joint_holiday_reminds_before_it() -> None:
    """What is due in August is spoken of before weeks 28 to 31, not to an empty office in them."""
    assert _steps("2026-08-07")["-5"] == day("2026-07-03")
    assert _steps("2026-08-07", working_days(joint_holiday=False))["-5"] == day("2026-07-31")


def test_a_deadline_inside_the_joint_holiday_is_spoken_of_on_its_day() -> None:
    """The day itself is a working day by law, and so is the one after."""
    steps = _steps("2026-07-15")
    assert steps["0"] == day("2026-07-15")
    assert steps["+1"] == day("2026-07-16")
    assert steps["-1"] == day("2026-07-03")


def test_a_deadline_on_a_sunday_counts_from_the_friday_and_on_from_the_sunday() -> None:
    """Before it the working date counts, after it the stated day."""
    steps = _steps("2026-05-31")
    assert steps["0"] == day("2026-05-29")
    assert steps["+1"] == day("2026-06-01")


def test_a_step_beyond_the_verified_years_falls_on_no_day() -> None:
    """Nothing is guessed about a year whose holidays nobody has checked."""
    steps = _steps("2035-12-31")
    assert "+1" not in steps
    assert steps["0"] == day("2035-12-31")


def test_the_lead_times_are_dates_of_their_own() -> None:
    """The unit ten, the director five and the archive one working day before."""
    assert lead_dates(day("2026-04-08")) == (day("2026-03-20"), day("2026-03-27"), day("2026-04-07"))
    assert lead_dates(day("2026-04-08"), LeadTimes(3, 2, 0))[2] == day("2026-04-08")


def test_lead_dates_beyond_the_verified_years_are_refused() -> None:
    """A date that was guessed would be worse than none."""
    with pytest.raises(UnverifiedYear):
        lead_dates(day("2036-02-01"))


def test_a_weekly_report_keeps_only_the_steps_of_its_own_week() -> None:
    """No step of an occurrence falls before the one before it is due."""
    assert [step.days for step in within(DEADLINES, 5)] == [-1, 0, 1, 3, 5]
    assert [step.days for step in within(DEADLINES, 21)] == [-10, -5, -1, 0, 1, 3, 5]
    assert within(DEADLINES, 40) == DEADLINES


def test_of_two_steps_on_one_day_the_latest_counts() -> None:
    """A rung said twice is one too many."""
    twice = ladder((0, 0), (0, 1))
    assert [each.levels_up for each in falls(twice, day("2026-03-02"), day("2026-03-02"), CALENDAR)] == [1]


@given(DAYS, st.integers(-250, 60))
@settings(max_examples=100, deadline=None)
def test_every_step_falls_on_a_working_day_on_its_side_of_the_deadline(due: dt.date, days: int) -> None:
    """A step is never on a holiday, never in the joint holiday when counted back, never on the wrong side."""
    working = last_working_day(due)
    (fall,) = falls(ladder(days), due, working, CALENDAR)
    assert is_working_day(fall.day)
    if days < 0:
        assert fall.day < working
        assert is_working_day(fall.day, {DeadDays.JOINT_HOLIDAY})
    elif days > 0:
        assert fall.day > due


@given(DAYS, st.integers(1, 60))
@settings(max_examples=100, deadline=None)
def test_counting_on_and_counting_between_agree(start: dt.date, count: int) -> None:
    """So many working days on from a day, so many lie between."""
    assert CALENDAR.between(start, CALENDAR.after(start, count)) == count

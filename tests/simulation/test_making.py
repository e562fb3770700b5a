from __future__ import annotations

import datetime as dt

from calendars.days import is_working_day as ours
from calendars.zone import OSLO
from scripts.simulation.chances import Chances
from scripts.simulation.instants import instants_of
from scripts.simulation.oracle.working_days import is_working_day, working_days_before
from scripts.simulation.staff import Away, made

ONE_DAY = dt.timedelta(days=1)


def days_of(away: Away) -> list[dt.date]:
    """List the days of an absence."""
    return [away.first + ONE_DAY * n for n in range((away.last - away.first).days + 1)]


def test_making_a_staff_twice_gives_the_same_sixty_people_in_six_units() -> None:
    """A year can be played again, name by name."""
    staff = made(2026, Chances(7))
    assert staff == made(2026, Chances(7))
    assert staff != made(2026, Chances(8))
    assert len({one.email for one in staff.members}) == 60
    assert len({one.unit for one in staff.managers}) == 6
    assert len(staff.controllers) == 2
    assert {one.language for one in staff.members} == {"nb", "nn", "en"}
    assert all(staff.by_email(one.manager) for one in staff.members if one.manager)


def test_making_absences_overlaps_none_of_one_person() -> None:
    """Each day somebody is away for one reason only."""
    for member in made(2026, Chances(7)).members:
        days = [day for away in member.away for day in days_of(away)]
        assert len(days) == len(set(days)), member


def test_asking_for_the_instants_of_a_year_gives_half_past_two_twice_on_the_nights_of_the_clock() -> None:
    """The night the clocks go back has it twice; the night they go forward has neither as such."""
    moments = list(instants_of(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
    assert moments == sorted(set(moments))
    twice = [moment for moment in moments if moment.astimezone(OSLO).time() == dt.time(2, 30)]
    assert [moment.astimezone(OSLO).date() for moment in twice] == [dt.date(2026, 10, 25)] * 2
    assert len([moment for moment in moments if moment.astimezone(OSLO).date() == dt.date(2026, 3, 29)]) == 8


def test_asking_the_oracle_for_working_days_agrees_with_the_service() -> None:
    """Two calendars made by different people say the same of every day of four years."""
    days = [dt.date(2024, 1, 1) + ONE_DAY * n for n in range(4 * 365)]
    assert [day for day in days if is_working_day(day) != ours(day)] == []


def test_counting_back_over_the_fellesferie_steps_over_it() -> None:
    """Ten working days before 10 August are five in August and five before 6 July."""
    assert working_days_before(dt.date(2026, 8, 10), 10) == dt.date(2026, 6, 29)

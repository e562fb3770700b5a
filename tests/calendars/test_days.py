"""Working days: the holidays of every verified year, and the last working day."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendars import days, holiday_table
from calendars.days import DeadDays, UnverifiedYear

VERIFIED = range(days.FIRST_VERIFIED_YEAR, days.LAST_VERIFIED_YEAR + 1)

EASTER_SUNDAYS = {
    2020: "04-12",
    2021: "04-04",
    2022: "04-17",
    2023: "04-09",
    2024: "03-31",
    2025: "04-20",
    2026: "04-05",
    2027: "03-28",
    2028: "04-16",
    2029: "04-01",
    2030: "04-21",
    2031: "04-13",
    2032: "03-28",
    2033: "04-17",
    2034: "04-09",
    2035: "03-25",
}
"""Written out from the almanac, not computed."""

FIXED = ("01-01", "05-01", "05-17", "12-25", "12-26")
FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)
"""Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday."""


def law_list(year: int) -> set[dt.date]:
    """The law's own list: lov om helligdager § 2, and lov om 1 og 17 mai § 1."""
    easter = dt.date.fromisoformat(f"{year}-{EASTER_SUNDAYS[year]}")
    moving = {easter + dt.timedelta(offset) for offset in FROM_EASTER}
    return moving | {dt.date.fromisoformat(f"{year}-{fixed}") for fixed in FIXED}


@pytest.mark.parametrize("year", VERIFIED)
def test_listing_the_holidays_of_a_verified_year_gives_the_laws_list(year: int) -> None:
    """The table holds the days of the law, no more and no fewer."""
    assert set(days.public_holidays(year)) == law_list(year)


@pytest.mark.parametrize("year", VERIFIED)
def test_listing_the_holidays_of_a_verified_year_agrees_with_the_library_it_was_made_from(year: int) -> None:
    """The table is what the installed edition of the library says."""
    from importlib.metadata import version

    from holidays.countries.norway import NO

    assert f"holidays {version('holidays')} NO" == holiday_table.EDITION
    assert set(days.public_holidays(year)) == set(NO(language="no", years=year))


@pytest.mark.parametrize("year", VERIFIED)
def test_listing_the_holidays_of_a_verified_year_agrees_with_a_second_library(year: int) -> None:
    """Another maintained library, which counts Sundays too, has the same days."""
    from workalendar.europe import Norway

    others = {day for day, name in Norway().holidays(year)}
    assert set(days.public_holidays(year)) == others


@pytest.mark.parametrize("year", [1999, 2019, 2036, 2065])
def test_asking_for_holidays_of_an_unverified_year_is_refused(year: int) -> None:
    """Outside the verified years nothing is guessed."""
    with pytest.raises(UnverifiedYear) as refused:
        days.is_working_day(dt.date(year, 6, 1))
    assert refused.value.year == year


@given(st.dates(dt.date(2020, 1, 8), dt.date(2035, 12, 31)))
@settings(max_examples=100, deadline=None)
def test_moving_any_day_to_a_working_day_never_makes_it_later(day: dt.date) -> None:
    """The working day is one, is no later than stated, and none lies between."""
    working = days.last_working_day(day)
    assert working <= day
    assert working.weekday() < 5
    assert working not in law_list(working.year)
    between = [working + dt.timedelta(n) for n in range(1, (day - working).days + 1)]
    assert all(later.weekday() >= 5 or later in law_list(later.year) for later in between)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-03-15", "2026-03-13"),
        ("2026-08-15", "2026-08-14"),
        ("2026-04-06", "2026-04-01"),
        ("2026-05-25", "2026-05-22"),
        ("2027-01-01", "2026-12-31"),
        ("2026-12-31", "2026-12-31"),
    ],
)
def test_moving_a_day_off_gives_the_working_day_before(day: str, working: str) -> None:
    """Weekends, Easter, Whitsun and New Year give way to the day before them."""
    assert days.last_working_day(dt.date.fromisoformat(day)) == dt.date.fromisoformat(working)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2026-12-24", DeadDays.CHRISTMAS_EVE),
        ("2026-12-31", DeadDays.NEW_YEARS_EVE),
        ("2026-04-01", DeadDays.WEDNESDAY_BEFORE_EASTER),
        ("2026-07-06", DeadDays.JOINT_HOLIDAY),
        ("2026-07-31", DeadDays.JOINT_HOLIDAY),
        ("2026-05-15", DeadDays.SQUEEZED_IN),
    ],
)
def test_a_dead_day_is_a_working_day_unless_it_is_asked_away(day: str, kind: DeadDays) -> None:
    """Dead days are an option, never the default."""
    date = dt.date.fromisoformat(day)
    assert days.is_working_day(date)
    assert not days.is_working_day(date, [kind])


def test_counting_the_first_working_day_of_a_month_passes_over_holidays() -> None:
    """1 January and 1 May are holidays, so the first working day is later."""
    assert days.nth_working_day(2026, 1, 1) == dt.date(2026, 1, 2)
    assert days.nth_working_day(2026, 5, 1) == dt.date(2026, 5, 4)
    assert days.nth_working_day(2026, 5, -1) == dt.date(2026, 5, 29)
    assert days.nth_working_day(2026, 5, 40) is None

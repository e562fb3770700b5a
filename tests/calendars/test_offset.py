"""Days counted from another day."""

from __future__ import annotations

import datetime as dt

import pytest

from calendars.days import UnverifiedYear
from calendars.offset import UnreadableOffset, counted_from

WEDNESDAY = dt.date(2026, 10, 14)


@pytest.mark.parametrize(
    ("offset", "day"),
    [
        ("P0D", "2026-10-14"),
        ("-P1D", "2026-10-13"),
        ("-P2W", "2026-09-30"),
        ("P14D", "2026-10-28"),
        ("-P3B", "2026-10-09"),
        ("-P1M", "2026-09-14"),
        ("P3M", "2027-01-14"),
        ("P1Y", "2027-10-14"),
        ("-PT24H", "2026-10-13"),
        ("-PT30H", "2026-10-12"),
    ],
)
def test_counting_from_a_day_gives_the_day_that_the_words_mean(offset: str, day: str) -> None:
    """Days, weeks, months, years, working days, and hours as the days they begin."""
    assert counted_from(WEDNESDAY, offset) == dt.date.fromisoformat(day)


def test_counting_working_days_steps_over_easter() -> None:
    """Two working days before the Tuesday after Easter is the Tuesday before it."""
    assert counted_from(dt.date(2026, 4, 7), "-P2B") == dt.date(2026, 3, 31)


@pytest.mark.parametrize(("offset", "day"), [("-P1M", "2026-02-28"), ("P1M", "2026-04-30")])
def test_counting_months_from_the_last_of_a_long_month_stays_in_the_month(offset: str, day: str) -> None:
    """A month before 31 March is the last day of February."""
    assert counted_from(dt.date(2026, 3, 31), offset) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("offset", ["", "P", "-P2X", "P2W3D", "2W"])
def test_counting_by_what_is_no_offset_is_an_error(offset: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(UnreadableOffset):
        counted_from(WEDNESDAY, offset)


def test_counting_working_days_beyond_the_verified_years_is_an_error() -> None:
    """No holiday is claimed that nobody has checked."""
    with pytest.raises(UnverifiedYear):
        counted_from(dt.date(2036, 1, 2), "-P1B")

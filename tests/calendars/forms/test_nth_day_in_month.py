"""The form `nth_day_in_month`: the nth weekday or working day of a named month is a day like any other."""

import pytest

from tests.calendars.phrasebook import cell, worded


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("første mandag i juni 2026", "2026-06-01"),
        ("siste fredag i november", "2026-11-27"),
        ("siste virkedag i mars", "2026-03-31"),
        ("1. virkedag i mai", "2026-05-04"),
        ("fyrste yrkedag i januar 2027", "2027-01-04"),
        ("siste dag i februar 2028", "2028-02-29"),
    ],
)
def test_reading_the_nth_day_of_a_month_gives_that_day(phrase: str, expected: str) -> None:
    """Weekdays are counted in the month, working days without its holidays."""
    assert str(cell(phrase).day) == expected


def test_reading_a_fifth_monday_that_the_month_lacks_makes_it_impossible() -> None:
    """June 2026 has five Mondays, July only four."""
    assert not cell("femte mandag i juni 2026").impossible
    assert cell("femte mandag i juli 2026").impossible


def test_wording_the_nth_day_of_a_month_words_the_day() -> None:
    """It is worded as the day it is."""
    assert worded(cell("første mandag i juni 2026")) == ("1. juni 2026", "1. juni 2026")

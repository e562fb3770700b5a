"""The form `yearly_date`: A day every year is a yearly rule, from its first day to its end."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("hver 15. mars", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15"),
    ("kvar 15. mars", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15"),
    ("15. mars hvert år", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15"),
    ("Årlig/15. mai", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15"),
    ("årlig innen 1. mars", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"),
    ("15.09.2026 og deretter årlig", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=15"),
    ("15.09.2026 og\n\nderetter arlig", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=15"),
    ("01.04.2027 — deretter arlig", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1"),
    ("1.6.2026 (deretter årlig)", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"),
    ("1. juni 2026, deretter årleg", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"),
    ("20.06.2026\n(til og med 2027)", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_yearly_date_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """A day every year is a yearly rule, from its first day to its end."""
    deadline = cell(phrase)
    assert deadline.rrule == expected
    assert (deadline.form, deadline.pattern) == (Form.RRULE, "yearly_date")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("hver 15. mars", "hver 15. mars", "kvar 15. mars"),
        (
            "15.09.2026 og deretter årlig",
            "15. september 2026 og deretter årlig",
            "15. september 2026 og deretter årleg",
        ),
        (
            "20.06.2026 (til og med 2027)",
            "20. juni 2026 (til og med 2027)",
            "20. juni 2026 (til og med 2027)",
        ),
    ],
)
def test_wording_yearly_date_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_reading_a_series_gives_its_first_day_and_its_end() -> None:
    """«(til og med 2027)» ends with that year."""
    deadline = cell("20.06.2026 (til og med 2027)")
    assert (str(deadline.first), str(deadline.until)) == ("2026-06-20", "2027-12-31")


def test_reading_a_series_that_ends_in_its_first_year_gives_that_day() -> None:
    """«15.01.2026 (til og med 2026)» happens once."""
    deadline = cell("15.01.2026\n(til og med 2026)")
    assert (deadline.form, str(deadline.day)) == (Form.DATE, "2026-01-15")

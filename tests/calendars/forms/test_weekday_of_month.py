"""The form `weekday_of_month`: A weekday of every month is a monthly rule on the nth of it."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("Første mandag i måneden", "FREQ=MONTHLY;BYDAY=1MO"),
    ("Forste mandag i\n\nmaneden", "FREQ=MONTHLY;BYDAY=1MO"),
    ("fyrste måndag i månaden", "FREQ=MONTHLY;BYDAY=1MO"),
    ("siste fredag i hver måned", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("3. torsdag i kvar månad", "FREQ=MONTHLY;BYDAY=3TH"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_weekday_of_month_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """A weekday of every month is a monthly rule on the nth of it."""
    deadline = cell(phrase)
    assert deadline.rrule == expected
    assert (deadline.form, deadline.pattern) == (Form.RRULE, "weekday_of_month")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("Første mandag i måneden", "første mandag i hver måned", "første måndag i kvar månad"),
        ("siste fredag i måneden", "siste fredag i hver måned", "siste fredag i kvar månad"),
    ],
)
def test_wording_weekday_of_month_reads_back_in_both_languages(
    phrase: str, bokmål: str, nynorsk: str
) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

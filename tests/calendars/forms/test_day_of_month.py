"""The form `day_of_month`: A day of every month is a monthly rule on that day."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("1. dag i måneden", "FREQ=MONTHLY;BYMONTHDAY=1"),
    ("1. dag i méneden", "FREQ=MONTHLY;BYMONTHDAY=1"),
    ("den 15. hver måned", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("innen den 10. i hver måned", "FREQ=MONTHLY;BYMONTHDAY=10"),
    ("siste dag i månaden", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("den 10. i påfølgende måned", "FREQ=MONTHLY;BYMONTHDAY=10"),
    ("den 1. og 15. i hver måned", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    ("første dag i kvar månad", "FREQ=MONTHLY;BYMONTHDAY=1"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_day_of_month_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """A day of every month is a monthly rule on that day."""
    deadline = cell(phrase)
    assert deadline.rrule == expected
    assert (deadline.form, deadline.pattern) == (Form.RRULE, "day_of_month")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("1. dag i måneden", "den 1. hver måned", "den 1. kvar månad"),
        ("siste dag i måneden", "siste dag i hver måned", "siste dag i kvar månad"),
        ("den 1. og 15. i hver måned", "den 1. og 15. hver måned", "den 1. og 15. kvar månad"),
    ],
)
def test_wording_day_of_month_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

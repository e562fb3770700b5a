"""The form `day_of_month`: A day of every month is a monthly rule on that day."""

import datetime as dt

import pytest

from calendars.deadline import Form
from calendars.recurrence import occurrences
from tests.calendars.phrasebook import cell, worded

READS = [
    ("1. dag i måneden", "FREQ=MONTHLY;BYMONTHDAY=1"),
    ("1. dag i méneden", "FREQ=MONTHLY;BYMONTHDAY=1"),
    ("den 15. hver måned", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("innen den 10. i hver måned", "FREQ=MONTHLY;BYMONTHDAY=10"),
    ("siste dag i månaden", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("den 10. i påfølgende måned", "FREQ=MONTHLY;BYMONTHDAY=10"),
    ("den 1. og 15. i hver måned", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    ("20. i inneværende måned", "FREQ=MONTHLY;BYMONTHDAY=20"),
    ("senest siste dag i måneden", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("frem til den 25. i avstemmingsmåneden", "FREQ=MONTHLY;BYMONTHDAY=25"),
    ("kvar månad: Den 15.", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("kvartalsvis, innen den 10. i måneden etter kvartalets utløp", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10"),
    ("seinast den 5. i månaden etter kvart tertial", "FREQ=MONTHLY;INTERVAL=4;BYMONTHDAY=5"),
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


def test_listing_days_after_each_quarter_gives_the_months_that_follow_one() -> None:
    """The tenth of the month after a quarter falls in January, April, July and October."""
    deadline = cell("den 10. i måneden etter kvartalets utløp")
    days = occurrences(deadline, dt.date(2026, 1, 1), dt.date(2027, 1, 31))
    assert [f"{day.stated:%d.%m}" for day in days] == ["10.01", "10.04", "10.07", "10.10", "10.01"]
    assert worded(deadline) == (
        "den 10. i måneden etter hvert kvartals utløp",
        "den 10. i månaden etter kvart kvartals utløp",
    )

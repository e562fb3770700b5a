"""The form `working_day_of_month`: A working day of every month is a rule that leaves holidays out."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("1. virkedag i hver måned", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
    ("første virkedag i måneden", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
    ("siste arbeidsdag i måneden", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("femte yrkedag i kvar månad", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_working_day_of_month_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """A working day of every month is a rule that leaves holidays out."""
    deadline = cell(phrase)
    assert deadline.rrule == expected
    assert (deadline.form, deadline.pattern) == (Form.RRULE, "working_day_of_month")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("1. virkedag i hver måned", "første virkedag i hver måned", "første yrkedag i kvar månad"),
        ("siste arbeidsdag i måneden", "siste virkedag i hver måned", "siste yrkedag i kvar månad"),
    ],
)
def test_wording_working_day_of_month_reads_back_in_both_languages(
    phrase: str, bokmål: str, nynorsk: str
) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

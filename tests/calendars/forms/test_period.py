"""The form `period`: A quarter, tertial or half-year is a window."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, window, worded

READS = [
    ("1. kvartal", ("2026-01-01", "2026-03-31")),
    ("2. tertial", ("2026-05-01", "2026-08-31")),
    ("3. tertial 2027", ("2027-09-01", "2027-12-31")),
    ("første halvår 2027", ("2027-01-01", "2027-06-30")),
    ("andre halvår", ("2026-07-01", "2026-12-31")),
    ("fyrste kvartal", ("2026-01-01", "2026-03-31")),
    ("Q3 2027", ("2027-07-01", "2027-09-30")),
    ("i løpet av 2026", ("2026-01-01", "2026-12-31")),
    ("i lepet av 2026", ("2026-01-01", "2026-12-31")),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_period_in_any_wording_gives_what_it_says(phrase: str, expected: tuple[str, str]) -> None:
    """A quarter, tertial or half-year is a window."""
    deadline = cell(phrase)
    assert window(deadline) == expected
    assert (deadline.form, deadline.pattern) == (Form.WINDOW, "period")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("2. tertial", "2. tertial 2026", "2. tertial 2026"),
        ("andre halvår", "2. halvår 2026", "2. halvår 2026"),
        ("i løpet av 2027", "i løpet av 2027", "i løpet av 2027"),
    ],
)
def test_wording_period_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

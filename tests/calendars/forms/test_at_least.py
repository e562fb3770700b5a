"""The form `at_least`: How often at least bounds the time between, and is no date."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("minst hvert fjerde år", "at_least"),
    ("minst hvert fjerde ar", "at_least"),
    ("minst kvart fjerde år", "at_least"),
    ("minst én gang i året", "at_least"),
    ("minst to ganger i året", "at_least"),
    ("minst månedlig", "at_least"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_at_least_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """How often at least bounds the time between, and is no date."""
    deadline = cell(phrase)
    assert deadline.pattern == expected
    assert (deadline.form, deadline.pattern) == (Form.OPEN, "at_least")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("minst hvert fjerde år", "minst hvert 4. år", "minst kvart 4. år"),
        ("minst hver måned", "minst hver måned", "minst kvar månad"),
    ],
)
def test_wording_at_least_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

"""The form `multi_year`: Over several years has no day."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("Flerårig", "multi_year"),
    ("Flerarig", "multi_year"),
    ("fleirårig", "multi_year"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_multi_year_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """Over several years has no day."""
    deadline = cell(phrase)
    assert deadline.pattern == expected
    assert (deadline.form, deadline.pattern) == (Form.OPEN, "multi_year")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("Flerarig", "flerårig", "fleirårig"),
    ],
)
def test_wording_multi_year_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

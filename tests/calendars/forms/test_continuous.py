"""The form `continuous`: All the time has no day."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("løpende", "continuous"),
    ("Fortløpende", "continuous"),
    ("fortløpande", "continuous"),
    ("lopende", "continuous"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_continuous_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """All the time has no day."""
    deadline = cell(phrase)
    assert deadline.pattern == expected
    assert (deadline.form, deadline.pattern) == (Form.OPEN, "continuous")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("Fortløpende", "løpende", "løpande"),
    ],
)
def test_wording_continuous_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

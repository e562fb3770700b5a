"""The form `to_be_set`: What nobody has set has no day."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("ikke fastsatt", "to_be_set"),
    ("ikkje fastsett", "to_be_set"),
    ("TBD", "to_be_set"),
    ("kommer senere", "to_be_set"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_to_be_set_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """What nobody has set has no day."""
    deadline = cell(phrase)
    assert deadline.pattern == expected
    assert (deadline.form, deadline.pattern) == (Form.OPEN, "to_be_set")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("TBD", "ikke fastsatt", "ikkje fastsett"),
    ],
)
def test_wording_to_be_set_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

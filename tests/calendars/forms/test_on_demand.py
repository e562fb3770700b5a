"""The form `on_demand`: When needed has no day."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("ved behov", "on_demand"),
    ("etter behov", "on_demand"),
    ("på forespørsel", "on_demand"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_on_demand_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """When needed has no day."""
    deadline = cell(phrase)
    assert deadline.pattern == expected
    assert (deadline.form, deadline.pattern) == (Form.OPEN, "on_demand")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("ved behov", "ved behov", "ved behov"),
    ],
)
def test_wording_on_demand_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

"""The form `agreed`: What is to be agreed has no day."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("Etter avtale med departementet", "agreed"),
    ("etter nærmere avtale", "agreed"),
    ("etter nærare avtale", "agreed"),
    ("Settes i dialog med departementet", "agreed"),
    ("avtales nærmere", "agreed"),
    ("Avtales nærmere i dialog", "agreed"),
    ("Hyppighet avtales lopende med departementet", "agreed"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_agreed_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """What is to be agreed has no day."""
    deadline = cell(phrase)
    assert deadline.pattern == expected
    assert (deadline.form, deadline.pattern) == (Form.OPEN, "agreed")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("avtales nærmere", "etter avtale", "etter avtale"),
    ],
)
def test_wording_agreed_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

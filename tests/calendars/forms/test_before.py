"""The form `before`: «før D» is the day before D."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, in_prose, worded

READS = [
    ("før 1. mai", "2026-04-30"),
    ("før 1. mai 2027", "2027-04-30"),
    ("før 01.01.2027", "2026-12-31"),
    ("før den 15. mars", "2026-03-14"),
    ("fgr 1. mai 2026", "2026-04-30"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_before_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """«før D» is the day before D."""
    deadline = cell(phrase)
    assert str(deadline.day) == expected
    assert (deadline.form, deadline.pattern) == (Form.DATE, "before")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("før 1. mai 2027", "før 1. mai 2027", "før 1. mai 2027"),
    ],
)
def test_wording_before_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_reading_for_before_a_date_is_not_taken_for_before() -> None:
    """«for» stands before dates in tables for its own reasons; only «før» means the day before."""
    assert in_prose("rettigheter og hjelpetilbud for 31.12.2026") == ["31.12.2026"]

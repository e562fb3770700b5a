"""The form `by_letter`: What comes by letter has no day yet."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("Frist kommer i eget brev", "by_letter"),
    ("vil i eget brev komme tilbake til frister", "by_letter"),
    ("kjem attende til frist", "by_letter"),
    ("i eget brev", "by_letter"),
    ("i eige brev", "by_letter"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_by_letter_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """What comes by letter has no day yet."""
    deadline = cell(phrase)
    assert deadline.pattern == expected
    assert (deadline.form, deadline.pattern) == (Form.OPEN, "by_letter")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("i eget brev", "frist kommer i eget brev", "frist kjem i eige brev"),
    ],
)
def test_wording_by_letter_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

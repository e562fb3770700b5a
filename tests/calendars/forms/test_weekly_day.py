"""The form `weekly_day`: A weekday every week is a weekly rule on that day."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("Hver mandag", "FREQ=WEEKLY;BYDAY=MO"),
    ("kvar måndag", "FREQ=WEEKLY;BYDAY=MO"),
    ("hver tirsdag og torsdag", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("kvar tysdag", "FREQ=WEEKLY;BYDAY=TU"),
    ("annenhver fredag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ("fredager", "FREQ=WEEKLY;BYDAY=FR"),
    ("ukentlig, hver mandag", "FREQ=WEEKLY;BYDAY=MO"),
    ("kvar laurdag", "FREQ=WEEKLY;BYDAY=SA"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_weekly_day_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """A weekday every week is a weekly rule on that day."""
    deadline = cell(phrase)
    assert deadline.rrule == expected
    assert (deadline.form, deadline.pattern) == (Form.RRULE, "weekly_day")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("Hver mandag", "hver mandag", "kvar måndag"),
        ("annenhver fredag", "annenhver fredag", "annankvar fredag"),
        ("hver tirsdag og torsdag", "hver tirsdag og torsdag", "kvar tysdag og torsdag"),
    ],
)
def test_wording_weekly_day_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

"""The form `weekly_day`: A weekday every week is a weekly rule on that day."""

import pytest

from calendars.deadline import Form
from calendars.language import Context, read
from tests.calendars.phrasebook import cell, worded

READS = [
    ("Hver mandag", "FREQ=WEEKLY;BYDAY=MO"),
    ("kvar måndag", "FREQ=WEEKLY;BYDAY=MO"),
    ("hver tirsdag og torsdag", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("kvar tysdag", "FREQ=WEEKLY;BYDAY=TU"),
    ("annenhver fredag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ("fredager", "FREQ=WEEKLY;BYDAY=FR"),
    ("ukentlig, hver mandag", "FREQ=WEEKLY;BYDAY=MO"),
    ("Mandag / onsdag / fredag", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
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
        ("Mandag / onsdag / fredag", "hver mandag, onsdag og fredag", "kvar måndag, onsdag og fredag"),
        ("hver tirsdag og torsdag", "hver tirsdag og torsdag", "kvar tysdag og torsdag"),
    ],
)
def test_wording_weekly_day_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_reading_a_bare_weekday_counts_only_beside_weekly() -> None:
    """«Mandag kl. 10» under «Ukentlig» is every Monday; alone it is no deadline."""
    assert cell("Mandag kl. 10.00", heading="Ukentlig").rrule == "FREQ=WEEKLY;BYDAY=MO"
    assert read("Mandag kl. 10.00", Context(2026, cell=True)) is None

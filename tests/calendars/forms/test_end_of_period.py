"""The form `end_of_period`: The end of a period is its last day."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("innen utgangen av mai", "2026-05-31"),
    ("innen utgangen av 2026", "2026-12-31"),
    ("innen utgangen av februar 2028", "2028-02-29"),
    ("innen mars 2026", "2026-03-31"),
    ("senest mai 2027", "2027-05-31"),
    ("senest innen utgangen av året", "2026-12-31"),
    ("innen utgangen av &ret", "2026-12-31"),
    ("innan utgangen av august", "2026-08-31"),
    ("innen utgangen av første kvartal 2027", "2027-03-31"),
    ("innen 2. tertial", "2026-08-31"),
    ("innan 1. halvår 2027", "2027-06-30"),
    ("innen årsskiftet", "2026-12-31"),
    ("innen\n\nmars 2026", "2026-03-31"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_end_of_period_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """The end of a period is its last day."""
    deadline = cell(phrase)
    assert str(deadline.day) == expected
    assert (deadline.form, deadline.pattern) == (Form.DATE, "end_of_period")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("innen mars 2026", "innen utgangen av mars 2026", "innan utgangen av mars 2026"),
        ("innen utgangen av året", "innen utgangen av 2026", "innan utgangen av 2026"),
    ],
)
def test_wording_end_of_period_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

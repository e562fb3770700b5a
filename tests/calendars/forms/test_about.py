"""The form `about`: «ca.» is five days either way, and tentative."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, window, worded

READS = [
    ("ca. 20. november", ("2026-11-15", "2026-11-25")),
    ("rundt 1. mars 2027", ("2027-02-24", "2027-03-06")),
    ("kring 15. juni", ("2026-06-10", "2026-06-20")),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_about_in_any_wording_gives_what_it_says(phrase: str, expected: tuple[str, str]) -> None:
    """«ca.» is five days either way, and tentative."""
    deadline = cell(phrase)
    assert window(deadline) == expected
    assert (deadline.form, deadline.pattern) == (Form.WINDOW, "about")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        (
            "ca. 20. november",
            "Tentativ frist: ca. 20. november 2026",
            "Tentativ frist: ca. 20. november 2026",
        ),
    ],
)
def test_wording_about_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_reading_about_a_day_makes_it_tentative() -> None:
    """A day that is only about is not final."""
    assert cell("ca. 20. november").tentative

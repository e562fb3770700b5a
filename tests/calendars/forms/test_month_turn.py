"""The form `month_turn`: The turn of a month is from the 27th to the 5th."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, window, worded

READS = [
    ("månedsskiftet mai/juni", ("2026-05-27", "2026-06-05")),
    ("månadsskiftet januar/februar 2027", ("2027-01-27", "2027-02-05")),
    ("månedskiftet mars/april 2028", ("2028-03-27", "2028-04-05")),
    ("ved årsskiftet", ("2026-12-27", "2027-01-05")),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_month_turn_in_any_wording_gives_what_it_says(phrase: str, expected: tuple[str, str]) -> None:
    """The turn of a month is from the 27th to the 5th."""
    deadline = cell(phrase)
    assert window(deadline) == expected
    assert (deadline.form, deadline.pattern) == (Form.WINDOW, "month_turn")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("månedsskiftet mai/juni", "månedsskiftet mai/juni 2026", "månadsskiftet mai/juni 2026"),
        ("ved årsskiftet", "månedsskiftet desember/januar 2026", "månadsskiftet desember/januar 2026"),
    ],
)
def test_wording_month_turn_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

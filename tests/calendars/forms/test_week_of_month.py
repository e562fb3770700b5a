"""The form `week_of_month`: A week of a month is its working days in that month."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, window, worded

READS = [
    ("første uke i november 2027", ("2027-11-01", "2027-11-05")),
    ("siste veke i mai", ("2026-05-25", "2026-05-29")),
    ("andre uke i juni 2026", ("2026-06-08", "2026-06-12")),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_week_of_month_in_any_wording_gives_what_it_says(
    phrase: str, expected: tuple[str, str]
) -> None:
    """A week of a month is its working days in that month."""
    deadline = cell(phrase)
    assert window(deadline) == expected
    assert (deadline.form, deadline.pattern) == (Form.WINDOW, "week_of_month")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("første uke i november 2027", "første uke i november 2027", "første veke i november 2027"),
        ("siste veke i mai", "siste uke i mai 2026", "siste veke i mai 2026"),
    ],
)
def test_wording_week_of_month_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_reading_the_first_week_of_a_month_that_starts_inside_one_is_a_doubt() -> None:
    """1 October 2026 is a Thursday: the days to Friday, or the whole week after."""
    deadline = cell("første uke i oktober 2026")
    assert window(deadline) == ("2026-10-01", "2026-10-02")
    assert [window(other) for other in deadline.alternatives] == [("2026-10-05", "2026-10-09")]

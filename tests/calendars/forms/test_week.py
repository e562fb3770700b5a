"""The form `week`: An ISO week is Monday to Friday; a weekday in it is that day."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, window, worded

READS = [
    ("uke 36", ("2026-08-31", "2026-09-04")),
    ("Uke 39/40", ("2026-09-21", "2026-10-02")),
    ("uke 39-40", ("2026-09-21", "2026-10-02")),
    ("veke 36", ("2026-08-31", "2026-09-04")),
    ("uke 53 2026", ("2026-12-28", "2027-01-01")),
    ("uke 1 2027", ("2027-01-04", "2027-01-08")),
    ("Tidlig i uke 5", ("2026-01-26", "2026-01-27")),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_week_in_any_wording_gives_what_it_says(phrase: str, expected: tuple[str, str]) -> None:
    """An ISO week is Monday to Friday; a weekday in it is that day."""
    deadline = cell(phrase)
    assert window(deadline) == expected
    assert (deadline.form, deadline.pattern) == (Form.WINDOW, "week")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("uke 36", "uke 36 2026", "veke 36 2026"),
        ("Uke 39/40", "uke 39-40 2026", "veke 39-40 2026"),
        ("Tidlig i uke 5", "tidlig i uke 5 2026", "tidleg i veke 5 2026"),
        ("Tirsdag i uke 4", "tirsdag i uke 4 2026", "tysdag i veke 4 2026"),
    ],
)
def test_wording_week_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Tirsdag i uke 4", "2026-01-20"),
        ("Senest mandag i uke 11", "2026-03-09"),
        ("tysdag i veke 4", "2026-01-20"),
        ("innen uke 10", "2026-03-06"),
        ("uke 4, tirsdag", "2026-01-20"),
    ],
)
def test_reading_a_day_of_a_week_gives_that_day(phrase: str, expected: str) -> None:
    """A weekday in a week is one day, and «innen» a week is its Friday."""
    assert str(cell(phrase).day) == expected


def test_reading_a_week_that_the_year_lacks_makes_it_impossible() -> None:
    """2025 has 52 weeks; week 53 is asked about, not moved."""
    assert cell("uke 53", year=2025).impossible

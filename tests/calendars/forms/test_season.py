"""The form `season`: A season is read wide, and is a doubt where daily speech means less."""

import pytest

from calendars.deadline import Form
from calendars.language import Context, find
from tests.calendars.phrasebook import cell, in_prose, window, worded

READS = [
    ("våren 2027", ("2027-01-01", "2027-06-30")),
    ("Varen 2027", ("2027-01-01", "2027-06-30")),
    ("høsten", ("2026-07-01", "2026-12-31")),
    ("hausten 2027", ("2027-07-01", "2027-12-31")),
    ("innen sommeren 2027", ("2027-06-01", "2027-08-31")),
    ("sommaren 2026", ("2026-06-01", "2026-08-31")),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_season_in_any_wording_gives_what_it_says(phrase: str, expected: tuple[str, str]) -> None:
    """A season is read wide, and is a doubt where daily speech means less."""
    deadline = cell(phrase)
    assert window(deadline) == expected
    assert (deadline.form, deadline.pattern) == (Form.WINDOW, "season")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("Varen 2027", "våren 2027", "våren 2027"),
        ("høsten", "høsten 2026", "hausten 2026"),
        ("sommeren", "sommeren 2026", "sommaren 2026"),
    ],
)
def test_wording_season_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_reading_spring_offers_the_narrower_meaning_beside_it() -> None:
    """March to May is what many mean by spring; the program does not choose."""
    assert [window(other) for other in cell("våren 2027").alternatives] == [("2027-03-01", "2027-05-31")]


def test_reading_by_a_season_offers_the_day_before_it_begins() -> None:
    """«innen sommeren» is to some before the summer; the program does not choose."""
    others = cell("innen sommeren 2027").alternatives
    assert [str(other.day) for other in others] == ["2027-05-31"]
    assert "kan også leses som senest 31. mai 2027" in cell("innen sommeren 2027").explanation


@pytest.mark.parametrize("is_cell", [True, False])
def test_finding_two_seasons_with_one_year_gives_it_to_both(is_cell: bool) -> None:
    """«våren og høsten 2027» states the year once."""
    found = find("våren og høsten 2027", Context(2026, cell=is_cell))
    assert [str(one.deadline.earliest) for one in found if one.deadline] == ["2027-01-01", "2027-07-01"]


def test_finding_the_seasons_that_figures_are_about_gives_no_deadline() -> None:
    """«for foregående høst og vår» is the period of the figures."""
    assert in_prose("Det leveres tall for foregående høst og vår.") == [
        "figure_period: høst",
        "figure_period: vår",
    ]

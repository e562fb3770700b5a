"""The form `month`: A month is a window of all its days."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, in_prose, window, worded

READS = [
    ("Mars", ("2026-03-01", "2026-03-31")),
    ("Januar", ("2026-01-01", "2026-01-31")),
    ("Februar/mars", ("2026-02-01", "2026-03-31")),
    ("mars 2027", ("2027-03-01", "2027-03-31")),
    ("Desember/januar", ("2026-12-01", "2027-01-31")),
    ("november 2026 – januar 2027", ("2026-11-01", "2027-01-31")),
    ("mars–april 2027", ("2027-03-01", "2027-04-30")),
    ("sep./okt.", ("2026-09-01", "2026-10-31")),
    ("i løpet av april", ("2026-04-01", "2026-04-30")),
    ("Oktober", ("2026-10-01", "2026-10-31")),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_month_in_any_wording_gives_what_it_says(phrase: str, expected: tuple[str, str]) -> None:
    """A month is a window of all its days."""
    deadline = cell(phrase)
    assert window(deadline) == expected
    assert (deadline.form, deadline.pattern) == (Form.WINDOW, "month")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("Mars", "mars 2026", "mars 2026"),
        ("Februar/mars", "februar/mars 2026", "februar/mars 2026"),
        ("Desember/januar", "desember/januar", "desember/januar"),
    ],
)
def test_wording_month_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_reading_two_months_across_the_year_without_a_year_is_a_doubt() -> None:
    """«Desember/januar» may end in the letter's year or begin in it; both are offered."""
    other = cell("Desember/januar").alternatives
    assert [window(one) for one in other] == [("2025-12-01", "2026-01-31")]
    assert cell("desember 2026/januar 2027").alternatives == ()


def test_finding_months_in_prose_needs_a_word_of_delivery() -> None:
    """A month in passing is no deadline."""
    assert in_prose("I januar 2028 er det syv år siden loven kom.") == []
    assert in_prose("Rapporten skal leveres i mars 2026.") == ["i mars 2026"]
    assert in_prose("Kvittering leveres for februar-rapporteringen.") == []


def test_finding_listed_months_to_come_counts_without_a_word_of_delivery() -> None:
    """«i mars, juni og september 2027» lists days to come; months of years gone by are told of."""
    assert in_prose("Dei ses i mars, juni og september 2027.") == ["i mars", "juni", "september 2027"]
    assert in_prose("Vi så dette i juni og september 2024.") == []
    assert in_prose("Miljøtilsynet kjem med innspel i mai.") == ["i mai"]


def test_finding_two_months_that_share_a_year_gives_it_to_both() -> None:
    """«juni og desember 2027» says the year once."""
    from calendars.language import Context, find

    found = find("De møtes i juni og desember 2027.", Context(2026))
    assert [window(one.deadline)[0] for one in found if one.deadline] == ["2027-06-01", "2027-12-01"]

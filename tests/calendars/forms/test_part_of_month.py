"""The form `part_of_month`: Primo is days 1-10, medio 11-20, ultimo the rest."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, window, worded

READS = [
    ("medio sept", ("2026-09-11", "2026-09-20")),
    ("primo okt.", ("2026-10-01", "2026-10-10")),
    ("primo september", ("2026-09-01", "2026-09-10")),
    ("Medio oktober", ("2026-10-11", "2026-10-20")),
    ("ultimo mai", ("2026-05-21", "2026-05-31")),
    ("ultimo februar 2028", ("2028-02-21", "2028-02-29")),
    ("slutten av juli", ("2026-07-21", "2026-07-31")),
    ("i begynnelsen av juni", ("2026-06-01", "2026-06-10")),
    ("tidleg i mars", ("2026-03-01", "2026-03-10")),
    ("primo\n\nseptember", ("2026-09-01", "2026-09-10")),
    ("ultimo mai", ("2026-05-21", "2026-05-31")),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_part_of_month_in_any_wording_gives_what_it_says(
    phrase: str, expected: tuple[str, str]
) -> None:
    """Primo is days 1-10, medio 11-20, ultimo the rest."""
    deadline = cell(phrase)
    assert window(deadline) == expected
    assert (deadline.form, deadline.pattern) == (Form.WINDOW, "part_of_month")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("primo september", "primo september 2026", "primo september 2026"),
        ("midten av oktober 2027", "medio oktober 2027", "medio oktober 2027"),
        ("ultimo mai", "ultimo mai 2026", "ultimo mai 2026"),
    ],
)
def test_wording_part_of_month_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_reading_the_end_of_a_month_explains_the_working_day() -> None:
    """The sentence a person sees tells the days, the day off and the working day."""
    assert cell("ultimo mai").explanation == (
        "«ultimo mai» = 21.–31. mai 2026; siste dag 31.05 er søndag; leveres senest fredag 29.05."
    )


def test_reading_a_part_without_its_month_takes_it_from_the_heading() -> None:
    """«Medio» under «September» is 11-20 September."""
    assert window(cell("Medio", heading="September")) == ("2026-09-11", "2026-09-20")

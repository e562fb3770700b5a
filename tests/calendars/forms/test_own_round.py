"""The form `own_round`: Each round by itself hangs on that round."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("Eget løp til hver budsjettrunde", ("hver budsjettrunde", None)),
    ("Eget lop til hver\nbudsjettrunde.", ("hver budsjettrunde", None)),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_own_round_in_any_wording_gives_what_it_says(
    phrase: str, expected: tuple[str | None, str | None]
) -> None:
    """Each round by itself hangs on that round."""
    deadline = cell(phrase)
    assert (deadline.anchor, deadline.offset) == expected
    assert (deadline.form, deadline.pattern) == (Form.RELATIVE, "own_round")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        (
            "Eget løp til hver budsjettrunde",
            "eget løp til hver budsjettrunde",
            "eige løp til hver budsjettrunde",
        ),
    ],
)
def test_wording_own_round_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

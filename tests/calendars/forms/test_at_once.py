"""The form `at_once`: At once starts when something happens."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, in_prose, worded

READS = [
    ("Straks", "at_once"),
    ("snarest", "at_once"),
    ("samme dag", "at_once"),
    ("omgående", "at_once"),
    ("utan opphald", "at_once"),
    ("snarest mulig", "at_once"),
    ("snarast råd", "at_once"),
    ("uten ugrunnet opphold", "at_once"),
    ("utan ugrunna opphald", "at_once"),
    ("så snart det er mulig", "at_once"),
    ("umiddelbart", "at_once"),
    ("uten ugrunnet opphold og innen rimelig tid", "at_once"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_at_once_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """At once starts when something happens."""
    deadline = cell(phrase)
    assert deadline.pattern == expected
    assert (deadline.form, deadline.pattern) == (Form.OPEN, "at_once")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("snarest", "straks", "straks"),
    ],
)
def test_wording_at_once_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_finding_the_same_day_in_prose_needs_word_of_telling() -> None:
    """To tell of something the same day is a duty; meeting the same day is none."""
    assert in_prose("Alvorlige avvik skal varsles samme dag.") == ["samme dag"]
    assert in_prose("Departementet møtte etaten samme dag.") == []

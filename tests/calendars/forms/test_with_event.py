"""The form `with_event`: What goes together with something hangs on it."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("samtidig med oversendelsen til departementet", ("oversendelsen til departementet", None)),
    ("ved ferdigstillelse", ("ferdigstillelse", None)),
    ("i årsrapporten for 2027", ("årsrapporten for 2027", None)),
    ("i forbindelse med budsjettarbeidet", ("budsjettarbeidet", None)),
    ("samstundes med årsrapporten", ("årsrapporten", None)),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_with_event_in_any_wording_gives_what_it_says(
    phrase: str, expected: tuple[str | None, str | None]
) -> None:
    """What goes together with something hangs on it."""
    deadline = cell(phrase)
    assert (deadline.anchor, deadline.offset) == expected
    assert (deadline.form, deadline.pattern) == (Form.RELATIVE, "with_event")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("samtidig med årsrapporten", "ved årsrapporten", "ved årsrapporten"),
    ],
)
def test_wording_with_event_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

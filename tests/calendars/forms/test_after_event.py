"""The form `after_event`: What follows something hangs on it."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, worded

READS = [
    ("innen tre måneder etter at prosjektet er avsluttet", ("prosjektet er avsluttet", "P3M")),
    ("to uker etter møtet", ("møtet", "P2W")),
    ("innan to veker etter møtet", ("møtet", "P2W")),
    ("innen 14 dager", (None, "P14D")),
    ("senest 60 dager fra henvisningen er mottatt", ("henvisningen er mottatt", "P60D")),
    ("10 dager, regnet fra siste dag i måneden", ("siste dag i måneden", "P10D")),
    ("i etterkant av høringen", ("høringen", None)),
    ("etter 2. tertialrapporten", ("tertialrapporten", None)),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_after_event_in_any_wording_gives_what_it_says(
    phrase: str, expected: tuple[str | None, str | None]
) -> None:
    """What follows something hangs on it."""
    deadline = cell(phrase)
    assert (deadline.anchor, deadline.offset) == expected
    assert (deadline.form, deadline.pattern) == (Form.RELATIVE, "after_event")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("to uker etter møtet", "innen to uker etter møtet", "innan to veker etter møtet"),
        ("innen 14 dager", "innen 14 dager", "innan 14 dagar"),
        ("i etterkant av høringen", "i etterkant av høringen", "i etterkant av høringen"),
    ],
)
def test_wording_after_event_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)

"""The form `before_event`: What comes before something hangs on it."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, in_prose, worded

READS = [
    ("i forkant av etatsstyringsmøtene", ("etatsstyringsmøtene", None)),
    ("minst en uke før møtet", ("møtet", "-P1W")),
    ("seinast ei veke før møtet", ("møtet", "-P1W")),
    ("minst atte dager før møtet", ("møtet", "-P8D")),
    ("seinast ein dag før møtet", ("møtet", "-P1D")),
    ("minst 14 dager i forkant ved publiseringer", ("publiseringer", "-P14D")),
    ("senest to virkedager før styremøtet", ("styremøtet", "-P2B")),
    ("i god tid før møtene", ("møtene", None)),
    ("to veker før møta", ("møta", "-P2W")),
    ("før sommerferien", ("sommerferien", None)),
    ("innen påske 2027", ("påske 2027", None)),
    ("minst fem virkedager i forkant", (None, "-P5B")),
    ("innen kl. 16 dagen før møtet", ("møtet", "-P1D")),
    ("i forkant", (None, None)),
    ("før tilskuddsmottaker mottar tilskuddsbrev", ("tilskuddsmottaker mottar tilskuddsbrev", None)),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_before_event_in_any_wording_gives_what_it_says(
    phrase: str, expected: tuple[str | None, str | None]
) -> None:
    """What comes before something hangs on it."""
    deadline = cell(phrase)
    assert (deadline.anchor, deadline.offset) == expected
    assert (deadline.form, deadline.pattern) == (Form.RELATIVE, "before_event")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("minst en uke før møtet", "senest en uke før møtet", "seinast ei veke før møtet"),
        ("i forkant av møtene", "i forkant av møtene", "i forkant av møtene"),
        (
            "innen kl. 16 dagen før møtet",
            "innen kl. 16.00 dagen før møtet",
            "innan kl. 16.00 dagen før møtet",
        ),
        ("i forkant", "i forkant", "i forkant"),
        (
            "minst fem virkedager i forkant",
            "senest fem virkedager i forkant",
            "seinast fem yrkedagar i forkant",
        ),
    ],
)
def test_wording_before_event_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_finding_what_comes_before_meetings_keeps_their_months_in_it() -> None:
    """The months of the meetings belong to the meetings, and are no deadlines of their own."""
    found = in_prose(
        "Vurderingen leveres i forkant av etatsstyringsmøtene i april og oktober. Den skal være ny."
    )
    assert found == ["i forkant av etatsstyringsmøtene i april og oktober"]

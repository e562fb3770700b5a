"""The form `day_range`: Days from-to are a window with both ends in it."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, in_prose, window, worded

READS = [
    ("10.–12. mars 2026", ("2026-03-10", "2026-03-12")),
    ("10. - 12. mars", ("2026-03-10", "2026-03-12")),
    ("fra 1. mars til 15. april", ("2026-03-01", "2026-04-15")),
    ("mellom 1. og 15. mars", ("2026-03-01", "2026-03-15")),
    ("18.02.27 til 20.02.27", ("2027-02-18", "2027-02-20")),
    ("10.03.2026-12.03.2026", ("2026-03-10", "2026-03-12")),
    ("frå 1. juni til 3. juni 2027", ("2027-06-01", "2027-06-03")),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_day_range_in_any_wording_gives_what_it_says(phrase: str, expected: tuple[str, str]) -> None:
    """Days from-to are a window with both ends in it."""
    deadline = cell(phrase)
    assert window(deadline) == expected
    assert (deadline.form, deadline.pattern) == (Form.WINDOW, "day_range")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("10. - 12. mars", "10.–12. mars 2026", "10.–12. mars 2026"),
        ("fra 1. mars til 15. april", "1. mars 2026–15. april 2026", "1. mars 2026–15. april 2026"),
    ],
)
def test_wording_day_range_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_finding_two_days_joined_by_og_gives_two_days() -> None:
    """«1. og 15. mars» is two deliveries, no window; the first needs its month said."""
    assert in_prose("Frister er 15. mars og 15. september 2026.") == ["15. mars", "15. september 2026"]

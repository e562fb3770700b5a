"""The form `day`: A day is that day, with or without a year, whole or damaged."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, in_prose, worded

READS = [
    ("15.03.2026", "2026-03-15"),
    ("1.10.2026", "2026-10-01"),
    ("15.3.26", "2026-03-15"),
    ("31.12. 2026", "2026-12-31"),
    ("1. 6.2030", "2030-06-01"),
    ("01.5.2026", "2026-05-01"),
    ("15. mars 2026", "2026-03-15"),
    ("31.januar", "2026-01-31"),
    ("28. feb", "2026-02-28"),
    ("06. nov.", "2026-11-06"),
    ("23/1-27", "2027-01-23"),
    ("2027-01-23", "2027-01-23"),
    ("innen 1. april 2026", "2026-04-01"),
    ("senest 10. april", "2026-04-10"),
    ("seinast innan 10. april 2026", "2026-04-10"),
    ("innan 1. juni", "2026-06-01"),
    ("l5.03.2026", "2026-03-15"),
    ("3l.12.2026", "2026-12-31"),
    ("O1.06.2026", "2026-06-01"),
    ("31,12.2026", "2026-12-31"),
    ("31.12.2O26", "2026-12-31"),
    ("15. mars 2026", "2026-03-15"),
    ("1. oktober 2026", "2026-10-01"),
    ("12. septemher 2026", "2026-09-12"),
    ("tirsdag 22. april", "2026-04-22"),
    ("laurdag den 2. mai 2026", "2026-05-02"),
    ("31.12.\n2026", "2026-12-31"),
    ("15. mars\n2026", "2026-03-15"),
    ("30.06", "2026-06-30"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_day_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """A day is that day, with or without a year, whole or damaged."""
    deadline = cell(phrase)
    assert str(deadline.day) == expected
    assert (deadline.form, deadline.pattern) == (Form.DATE, "day")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("1.10.2026", "1. oktober 2026", "1. oktober 2026"),
        ("22. april kl. 9:00-11:00", "22. april 2026 kl. 9.00–11.00", "22. april 2026 kl. 9.00–11.00"),
        ("Tentativ frist: 3. mai", "Tentativ frist: 3. mai 2026", "Tentativ frist: 3. mai 2026"),
        (
            "1. juni 2026. Fristen kan ikke fravikes.",
            "1. juni 2026. Fristen kan ikke fravikes.",
            "1. juni 2026. Fristen kan ikkje fråvikast.",
        ),
    ],
)
def test_wording_day_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_reading_a_day_with_a_time_gives_both() -> None:
    """A clock time stands beside the day."""
    deadline = cell("22. april kl. 9:00-11:00")
    assert (str(deadline.starts_at), str(deadline.ends_at)) == ("09:00:00", "11:00:00")


@pytest.mark.parametrize("phrase", ["31.06.2026", "31. juni 2026", "30. februar", "29.02.2026", "15.13.2026"])
def test_reading_a_day_that_does_not_exist_makes_it_impossible(phrase: str) -> None:
    """An impossible date is kept as such: no day, no correction, the words as they stand."""
    deadline = cell(phrase)
    assert deadline.impossible
    assert (deadline.day, deadline.working_date, deadline.text) == (None, None, phrase)


def test_reading_a_day_off_names_the_working_day_before() -> None:
    """The stated day stays; the working day stands beside it, and the sentence says why."""
    deadline = cell("15.03.2026")
    assert str(deadline.working_date) == "2026-03-13"
    assert deadline.explanation == (
        "«15.03.2026» = 15. mars 2026; dagen 15.03 er søndag; leveres senest fredag 13.03."
    )


def test_reading_a_day_beyond_the_verified_years_gives_no_working_day() -> None:
    """A far-off date is a date; its working day is not guessed, and the sentence says so."""
    deadline = cell("1. mars 2065")
    assert (str(deadline.day), deadline.working_date, deadline.holidays) == ("2065-03-01", None, None)
    assert "ikke kontrollert for 2065" in deadline.explanation


def test_reading_a_bare_day_under_a_months_heading_takes_the_month_from_it() -> None:
    """A calendar grouped by month gives only the days."""
    assert str(cell("18. kl. 13–15", heading="Mars").day) == "2026-03-18"
    assert str(cell("20.", heading="Januar 2027").day) == "2027-01-20"


def test_reading_the_day_of_an_annual_report_for_the_letters_year_gives_the_year_after() -> None:
    """The annual report for 2026 is due in 2027."""
    from calendars.language import Context, read

    context = Context(2026, neighbours=("Årsrapport for 2026",), cell=True)
    assert str(getattr(read("15. mars", context), "day", None)) == "2027-03-15"
    earlier = Context(2026, neighbours=("Årsrapport for 2025",), cell=True)
    assert str(getattr(read("15. mars", earlier), "day", None)) == "2026-03-15"


def test_finding_days_in_prose_leaves_section_numbers_alone() -> None:
    """«punkt 6.3.2», «kap. 671.21» and «11.1. Budsjett» are no days."""
    assert in_prose("jf. punkt 6.3.25 og kap. 671.21, se 11.1. Budsjettrammen") == []
    assert in_prose("Rapporten sendes innen 1. april 2026.") == ["innen 1. april 2026"]

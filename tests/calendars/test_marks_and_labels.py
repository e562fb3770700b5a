"""What stands beside a phrase: tentative, firm, the part it is for, and what several phrases say together."""

import pytest

from calendars.deadline import Form
from calendars.language import Context, find
from tests.calendars.phrasebook import cell


@pytest.mark.parametrize(
    "phrase",
    [
        "Tentativ frist: 15. mars 2026",
        "15. mars 2026 (tentativt)",
        "Foreløpig dato 15. mars 2026",
        "Dato kommer – sannsynligvis 15. mars",
        "Planlagt 15. mars",
        "truleg 15. mars",
    ],
)
def test_reading_a_day_that_may_move_marks_it_tentative(phrase: str) -> None:
    """It is a date, shown as not final."""
    (found,) = find(phrase, Context(2026, cell=True))
    assert found.deadline is not None
    assert (found.deadline.tentative, str(found.deadline.day)) == (True, "2026-03-15")
    assert "foreløpig" in found.deadline.explanation


@pytest.mark.parametrize(
    "phrase",
    [
        "15. mars 2026. Frist kan ikke fravikes.",
        "15. mars 2026 (fristen er absolutt)",
        "15. mars. Fristen kan ikkje fråvikast",
    ],
)
def test_reading_a_day_that_cannot_move_marks_it_firm(phrase: str) -> None:
    """It is a date that stands."""
    (found,) = find(phrase, Context(2026, cell=True))
    assert found.deadline is not None
    assert found.deadline.firm


def test_reading_a_plain_day_marks_it_neither() -> None:
    """What is not said is not marked."""
    deadline = cell("Frist 15. mars 2026")
    assert (deadline.tentative, deadline.firm) == (False, False)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Del 1: 31.12.2026 Del 2: 31.12.2027", ["Del 1", "Del 2"]),
        ("Utkast 1.10.2026, endelig 15.11.2026", ["Utkast", "Endelig"]),
        (
            "Utkast leveres innen 1. oktober, og endelig rapport innen 15. november",
            ["Utkast", "Endelig rapport"],
        ),
        ("Førebels tal: ultimo mai. Endeleg rapport: primo oktober", ["Førebels tal", "Endeleg rapport"]),
        ("Delrapport 1: 1. mars; Sluttrapport: 1. september", ["Delrapport 1", "Sluttrapport"]),
        ("Tiltak 62: 01.10.2026", ["Tiltak 62"]),
        ("Frist: 1. mars 2026", [""]),
        ("Frist for endelig leveranse: 31.3.2027", ["Endelig leveranse"]),
        ("Sluttrapport oversendes departementet innen utgangen av året", ["Sluttrapport"]),
        ("Ukentlig rapportering av tall | Hver mandag", ["", ""]),
    ],
)
def test_finding_deadlines_gives_each_the_part_named_before_it(text: str, labels: list[str]) -> None:
    """A label belongs to the deadline right after it."""
    assert [one.label for one in find(text, Context(2026, cell=True))] == labels


def test_finding_a_series_and_its_last_delivery_ends_the_series_there() -> None:
    """«… deretter årlig. Sluttrapport …» has an end."""
    series, last = find("Notat 1.4.2027, deretter årlig. Sluttrapport 1.6.2030", Context(2026, cell=True))
    assert series.deadline is not None
    assert last.deadline is not None
    assert (str(series.deadline.until), str(last.deadline.day)) == ("2030-06-01", "2030-06-01")
    assert "til og med 1. juni 2030" in series.deadline.explanation


def test_finding_days_that_share_an_end_lets_them_all_recur() -> None:
    """«(til og med 2027)» after two days is said of both."""
    found = find("15. mars 2026 og 15. september 2026 (til og med 2028)", Context(2026, cell=True))
    assert [one.deadline and one.deadline.form for one in found] == [Form.RRULE, Form.RRULE]
    assert {str(one.deadline.until) for one in found if one.deadline} == {"2028-12-31"}


def test_finding_days_that_share_hvert_år_lets_them_all_recur() -> None:
    """«15. mars og 15. september hvert år» is two yearly days."""
    found = find("15. mars og 15. september hvert år", Context(2026, cell=True))
    assert [one.deadline and one.deadline.rrule for one in found] == [
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15",
        "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=15",
    ]


def test_explaining_in_nynorsk_says_the_same() -> None:
    """The explanation exists in both languages."""
    from calendars.language import explain

    assert explain(cell("ultimo mai"), "nn") == (
        "«ultimo mai» = 21.–31. mai 2026; siste dag 31.05 er søndag; blir levert seinast fredag 29.05."
    )

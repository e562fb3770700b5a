"""The form `every_period`: How often without a day is a rule that has no days."""

import pytest

from calendars.deadline import Form
from tests.calendars.phrasebook import cell, in_prose, worded

READS = [
    ("Månedlig", "FREQ=MONTHLY"),
    ("Maénedlig", "FREQ=MONTHLY"),
    ("Manedlig", "FREQ=MONTHLY"),
    ("månadleg", "FREQ=MONTHLY"),
    ("kvar månad", "FREQ=MONTHLY"),
    ("ukentlig", "FREQ=WEEKLY"),
    ("daglig", "FREQ=DAILY"),
    ("hver sjette uke", "FREQ=WEEKLY;INTERVAL=6"),
    ("annenhver uke i perioden november–april", "FREQ=WEEKLY;INTERVAL=2;BYMONTH=11,12,1,2,3,4"),
    ("månadleg frå mars til mai", "FREQ=MONTHLY;BYMONTH=3,4,5"),
    ("annankvar månad", "FREQ=MONTHLY;INTERVAL=2"),
    ("annenhvert år", "FREQ=YEARLY;INTERVAL=2"),
    ("annethvert år, neste gang i 2027", "FREQ=YEARLY;INTERVAL=2"),
    ("hver måned fra mars 2028", "FREQ=MONTHLY"),
    ("tertialvis", "FREQ=MONTHLY;INTERVAL=4"),
    ("Tertialsvis", "FREQ=MONTHLY;INTERVAL=4"),
    ("kvartalsvis", "FREQ=MONTHLY;INTERVAL=3"),
    ("kvart kvartal", "FREQ=MONTHLY;INTERVAL=3"),
    ("4 ganger i året", "FREQ=MONTHLY;INTERVAL=3"),
    ("halvårlig", "FREQ=MONTHLY;INTERVAL=6"),
    ("halvårleg", "FREQ=MONTHLY;INTERVAL=6"),
    ("to ganger årlig", "FREQ=MONTHLY;INTERVAL=6"),
    ("seks ganger i året", "FREQ=MONTHLY;INTERVAL=2"),
    ("ein gong i året", "FREQ=YEARLY"),
    ("to gonger i året", "FREQ=MONTHLY;INTERVAL=6"),
    ("årlig", "FREQ=YEARLY"),
    ("arlig", "FREQ=YEARLY"),
    ("årleg", "FREQ=YEARLY"),
    ("kvart år", "FREQ=YEARLY"),
    ("annethvert år", "FREQ=YEARLY;INTERVAL=2"),
    ("annenhver måned", "FREQ=MONTHLY;INTERVAL=2"),
]


@pytest.mark.parametrize(("phrase", "expected"), READS)
def test_reading_every_period_in_any_wording_gives_what_it_says(phrase: str, expected: str) -> None:
    """How often without a day is a rule that has no days."""
    deadline = cell(phrase)
    assert deadline.rrule == expected
    assert (deadline.form, deadline.pattern) == (Form.RRULE, "every_period")
    assert deadline.text.strip(".") == " ".join(phrase.strip(" .").split())
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("phrase", "bokmål", "nynorsk"),
    [
        ("Maénedlig", "månedlig", "månadleg"),
        ("ukentlig", "ukentlig", "kvar veke"),
        ("to ganger årlig", "halvårlig", "halvårleg"),
        ("årlig", "årlig", "årleg"),
        ("kvartalsvis", "kvartalsvis", "kvartalsvis"),
        ("tertialvis", "tertialvis", "tertialvis"),
        ("daglig", "daglig", "dagleg"),
        (
            "annenhver uke i perioden november–april",
            "annenhver uke i perioden november–april",
            "annankvar veke i perioden november–april",
        ),
        (
            "annethvert år, neste gang i 2027",
            "annethvert år fra januar 2027",
            "annakvart år frå januar 2027",
        ),
        ("annenhver uke", "annenhver uke", "annankvar veke"),
        ("hver sjette uke", "hver sjette uke", "kvar sjette veke"),
        ("hver måned fra mars 2028", "månedlig fra mars 2028", "månadleg frå mars 2028"),
        ("annenhver måned", "annenhver måned", "annankvar månad"),
        ("annethvert år", "annethvert år", "annakvart år"),
    ],
)
def test_wording_every_period_reads_back_in_both_languages(phrase: str, bokmål: str, nynorsk: str) -> None:
    """The wording is plain Norwegian and means the same deadline."""
    assert worded(cell(phrase)) == (bokmål, nynorsk)


def test_finding_how_often_in_prose_needs_a_delivery() -> None:
    """A monthly analysis is a duty; the yearly letter is none."""
    assert in_prose("Direktoratet skal utarbeide en månedlig analyse.") == ["månedlig"]
    assert in_prose("Føringene gis i årlige tildelingsbrev.") == []


def test_reading_how_often_beside_its_day_gives_the_day() -> None:
    """«månedlig (1. virkedag i hver måned)» is one deadline, the more exact one."""
    assert cell("månedlig (1.virkedag i hver måned)").rrule == "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"

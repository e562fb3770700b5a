"""Recurrence rules give the days that an independent count gives."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendars.deadline import Deadline
from calendars.recurrence import has_days, occurrences
from tests.calendars.phrasebook import cell, day, meaning

ONE = dt.timedelta(days=1)
STARTS = st.dates(dt.date(2020, 1, 8), dt.date(2034, 1, 1))
LENGTHS = st.integers(0, 800)


def stated(deadline: Deadline, start: dt.date, end: dt.date) -> list[dt.date]:
    """The stated days only."""
    return [occurrence.stated for occurrence in occurrences(deadline, start, end)]


def all_days(start: dt.date, end: dt.date) -> list[dt.date]:
    """Every day of a stretch, one by one."""
    return [start + n * ONE for n in range((end - start).days + 1)]


COUNTS = {
    "hver mandag": lambda d: d.weekday() == 0,
    "kvar fredag": lambda d: d.weekday() == 4,
    "hver tirsdag og torsdag": lambda d: d.weekday() in (1, 3),
    "den 1. hver måned": lambda d: d.day == 1,
    "den 31. hver måned": lambda d: d.day == 31,
    "den 1. og 15. i hver måned": lambda d: d.day in (1, 15),
    "siste dag i måneden": lambda d: (d + ONE).day == 1,
    "første mandag i måneden": lambda d: d.weekday() == 0 and d.day <= 7,
    "tredje torsdag i hver måned": lambda d: d.weekday() == 3 and 15 <= d.day <= 21,
    "siste fredag i måneden": lambda d: d.weekday() == 4 and (d + 7 * ONE).month != d.month,
    "hver 15. mars": lambda d: (d.month, d.day) == (3, 15),
    "29. februar hvert år": lambda d: (d.month, d.day) == (2, 29),
    "31. desember hvert år": lambda d: (d.month, d.day) == (12, 31),
}


@pytest.mark.parametrize("phrase", COUNTS)
@given(start=STARTS, length=LENGTHS)
@settings(max_examples=25, deadline=None)
def test_listing_the_days_of_a_rule_agrees_with_looking_at_every_day(
    phrase: str, start: dt.date, length: int
) -> None:
    """Across year ends, leap years and daylight saving the rule has the days one would count by hand."""
    end = start + length * ONE
    rule = cell(phrase, year=2028)
    assert stated(rule, start, end) == [d for d in all_days(start, end) if COUNTS[phrase](d)]


@given(start=STARTS, length=LENGTHS)
@settings(max_examples=40, deadline=None)
def test_listing_first_working_days_agrees_with_a_second_library(start: dt.date, length: int) -> None:
    """«1. virkedag i hver måned» passes over the holidays that another library knows."""
    from workalendar.europe import Norway

    norway, end = Norway(), min(start + length * ONE, dt.date(2035, 12, 31))

    def is_first(d: dt.date) -> bool:
        return norway.is_working_day(d) and not any(
            norway.is_working_day(earlier) for earlier in all_days(d.replace(day=1), d - ONE)
        )

    rule = cell("1. virkedag i hver måned")
    assert stated(rule, start, end) == [d for d in all_days(start, end) if is_first(d)]


def test_listing_the_days_of_a_rule_gives_the_working_day_beside_each() -> None:
    """Easter Monday and Whit Monday stay stated, with the working day before them beside."""
    april_to_may = occurrences(cell("Hver mandag"), day("2026-04-01"), day("2026-05-31"))
    moved = {str(one.stated): str(one.working) for one in april_to_may if one.stated != one.working}
    assert moved == {"2026-04-06": "2026-04-01", "2026-05-25": "2026-05-22"}


def test_listing_a_rule_that_ends_stops_there() -> None:
    """«til og med 2027» gives two days and no third."""
    rule = cell("20.06.2026 (til og med 2027)")
    assert stated(rule, day("2025-01-01"), day("2031-12-31")) == [day("2026-06-20"), day("2027-06-20")]


def test_listing_a_rule_that_begins_starts_there() -> None:
    """«15.09.2026 og deretter årlig» has no day before its first."""
    rule = cell("15.09.2026 og deretter årlig")
    assert stated(rule, day("2020-01-01"), day("2028-12-31")) == [
        day("2026-09-15"),
        day("2027-09-15"),
        day("2028-09-15"),
    ]


@pytest.mark.parametrize(
    "phrase", ["Månedlig", "tertialvis", "kvartalsvis", "halvårlig", "årlig", "annenhver mandag"]
)
def test_a_rule_without_a_day_has_no_days_and_says_so(phrase: str) -> None:
    """What gives no day gets none made up."""
    rule = cell(phrase)
    assert not has_days(rule)
    assert occurrences(rule, day("2026-01-01"), day("2026-12-31")) == []
    assert "uten oppgitt dag" in rule.explanation or "ikke er oppgitt" in rule.explanation


def test_listing_a_rule_beyond_the_verified_years_gives_no_working_day() -> None:
    """A far-off day is still stated; its working day is not guessed."""
    far = occurrences(cell("hver 15. mars"), day("2036-01-01"), day("2036-12-31"))
    assert [(str(one.stated), one.working) for one in far] == [("2036-03-15", None)]


def test_listing_a_single_deadline_gives_its_due_day_once() -> None:
    """A day is a series of one, a window falls on its last day."""
    assert stated(cell("31.05.2026"), day("2026-01-01"), day("2026-12-31")) == [day("2026-05-31")]
    assert stated(cell("ultimo mai"), day("2026-01-01"), day("2026-12-31")) == [day("2026-05-31")]
    assert stated(cell("ultimo mai"), day("2027-01-01"), day("2027-12-31")) == []
    assert meaning(cell("ultimo mai"))[0] == "window"

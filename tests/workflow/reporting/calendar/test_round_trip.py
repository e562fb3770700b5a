"""The calendar is written, read back, and says the same."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.kit.happened import Past, between, on, undated
from tests.workflow.reporting.calendar.known import history, order
from workflow.reporting.calendar.building import build_calendar, calendar_rows
from workflow.reporting.calendar.reading_back import read_calendar
from workflow.reporting.calendar.rows import CalendarRow
from workflow.reporting.formats.catalogue import FORMATS

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
SIGNS = st.characters(exclude_categories=("Cs", "Cn", "Cc")) | st.sampled_from("=+-@\n\t'")
TITLES = st.text(SIGNS, min_size=1, max_size=30)


@st.composite
def deadlines(draw: st.DrawFn) -> object:
    """Make a day, a window, or words without a day."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return draw(
        st.sampled_from(
            [on(f"{first}"), between(f"{first}", f"{last}"), undated(), undated("innen utgangen av året")]
        )
    )


@st.composite
def pasts(draw: st.DrawFn) -> Past:
    """Make a letter with a few assignments in one or more parts, some moved, delivered or withdrawn."""
    past = Past().letter()
    for number in range(draw(st.integers(1, 4))):
        name = f"2026-{number:02}"
        past.assignment(name, title=draw(TITLES), owed_to=draw(st.sampled_from(["", "Departementet"])))
        for part in draw(st.sampled_from([("",), ("Del 1", "Del 2"), ("=1+1", "b) rest")])):
            past.due(name, draw(deadlines()), part)
            if draw(st.booleans()):
                past.postponed(name, draw(deadlines()), part)
            if draw(st.booleans()):
                past.delivered(name, part, f"{draw(DAYS)}")
        if draw(st.booleans()):
            past.withdrawn(name)
    return past


def _read(ending: str, past: Past, language: str = "nb") -> tuple[CalendarRow, ...]:
    report = build_calendar(order(language), history(past))
    return tuple(each.row() for each in read_calendar(FORMATS[ending].write(report)).by_duty or ())


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
@given(past=pasts(), language=st.sampled_from(["nb", "nn"]))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reading_back_what_was_written_loses_nothing(ending: str, past: Past, language: str) -> None:
    """Reference, part, kind, title, words, days, state and delivery come back as they were."""
    assert _read(ending, past, language) == calendar_rows(order(language), history(past))


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_reading_back_series_and_meetings_gives_each_occurrence(ending: str) -> None:
    """A series stands with its rule, each report it opened and each meeting with its own day."""
    past = Past().letter()
    rule = undated("månedlig", rrule="FREQ=MONTHLY").model_copy(update={"form": "rrule"})
    past.series("R-1", rule)
    past.report("R-1/2026-01", parent=past.events[-1].originator_id)
    past.meeting("M-1").held_on("M-1", between("2026-03-01", "2026-03-31"))
    rows = {each.reference: each for each in _read(ending, past)}
    assert rows["R-1"].words == "månedlig"
    assert rows["M-1"].last == dt.date(2026, 3, 31)
    assert (rows["M-1"].kind, rows["R-1"].kind) == ("meeting", "report")


def test_reading_back_a_calendar_without_duties_gives_no_rows() -> None:
    """The headings alone are a calendar: nothing was due."""
    read = read_calendar(FORMATS["xlsx"].write(build_calendar(order(), history(Past().letter()))))
    assert (read.by_date, read.by_duty) == ((), ())

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from events.vocabulary import report
from events.vocabulary.values import Source
from tests.kit.happened import Past, on, stream
from tests.kit.reported import history_of
from workflow.reporting.building.belonging import belongs

OTHER = {"source": Source(reference="26/12-4")}


def _of(letter_year: int) -> Past:
    return Past().letter(year=letter_year, dated_on=dt.date(letter_year - 1, 12, 18))


def _old() -> dict[str, Any]:
    return {"given_on": dt.date(2025, 1, 5)}


CASES = {
    "the letter of the year gives it": (_of(2026).assignment("a").due("a", "2028-03-15"), True),
    "the next letter gives it": (
        _of(2027).assignment("a", given_on=dt.date(2026, 12, 18)).due("a", "2027-03-15"),
        False,
    ),
    "an earlier letter, delivered before": (
        _of(2025).assignment("a", **_old()).due("a", "2025-03-15").delivered("a", day="2025-03-01"),
        False,
    ),
    "an earlier letter, delivered in the year": (
        _of(2025).assignment("a", **_old()).due("a", "2025-03-15").delivered("a", day="2026-02-01"),
        True,
    ),
    "an earlier letter, still open": (_of(2025).assignment("a", **_old()).due("a", "2028-03-15"), True),
    "an earlier letter, lapsed before": (
        _of(2025).assignment("a", **_old()).due("a", "2025-09-15").withdrawn("a", "2025-06-01"),
        False,
    ),
    "no letter, given in the year": (
        Past().assignment("a", given_on=dt.date(2026, 5, 1), **OTHER).due("a", "2027-03-15"),
        True,
    ),
    "no letter, given later": (Past().assignment("a", given_on=dt.date(2027, 1, 4), **OTHER), False),
}


@pytest.mark.parametrize("name", CASES)
def test_choosing_for_a_year_takes_what_the_year_gave_did_or_was_left(name: str) -> None:
    """One rule says what a year is about."""
    past, expected = CASES[name]
    history = history_of(past, dt.datetime(2029, 1, 1, tzinfo=dt.UTC))
    assert belongs(history, history.duties[stream("a")], *_year(2026)) is expected


@pytest.mark.parametrize(("day", "year"), [("2026-11-30", 2026), ("2027-01-31", 2027)])
def test_choosing_for_a_year_takes_a_recurring_report_where_it_is_due(day: str, year: int) -> None:
    """Reports that a series opened ahead belong to the year they are due in, not to that of the letter."""
    past = _of(2026).series("serie", on("2026-01-31")).report("r", parent=stream("serie"))
    past.happens(report.ReportDeadlineSet, "r", part="", deadline=on(day), source=Source())
    history = history_of(past)
    found = [each for each in (2026, 2027) if belongs(history, history.duties[stream("r")], *_year(each))]
    assert found[0] == year


def _year(year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)

from __future__ import annotations

import datetime as dt

import pytest

from tests.workflow.notices.made import PEOPLE, day, moment
from workflow.directory.people import Person
from workflow.notices.hours import alert_moment, earliest, is_quiet
from workflow.notices.working_days import working_days


@pytest.mark.parametrize(
    ("happened", "goes"),
    [
        ("2026-03-17 06:00", ("2026-03-17", 6)),
        ("2026-03-17 21:59", ("2026-03-17", 6)),
        ("2026-03-17 05:59", ("2026-03-17", 7)),
        ("2026-03-17 22:00", ("2026-03-18", 7)),
        ("2026-03-14 12:00", ("2026-03-16", 7)),
        ("2026-04-01 23:00", ("2026-04-07", 7)),
        ("2026-03-29 02:30", ("2026-03-30", 7)),
    ],
)
def test_an_alert_goes_at_once_by_day_and_else_at_seven(happened: str, goes: tuple[str, int]) -> None:
    """Between six and ten in the evening of a working day; over Easter and the night of summer time too."""
    on, time = alert_moment(moment(happened), working_days())
    assert (on, time.hour) == (day(goes[0]), goes[1])


def _quiet(first: int, last: int) -> Person:
    return Person("p", "P", "p@prove.example", quiet_from=dt.time(first), quiet_to=dt.time(last))


def test_quiet_over_midnight_is_quiet_in_the_evening_and_the_morning() -> None:
    """From eight in the evening to nine in the morning."""
    person = _quiet(20, 9)
    assert [is_quiet(person, dt.time(hour)) for hour in (7, 8, 9, 19, 20)] == [True, True, False, False, True]
    assert earliest(person, dt.time(7)) == dt.time(9)


def test_quiet_at_noon_is_quiet_at_noon_only() -> None:
    """From eleven to one."""
    person = _quiet(11, 13)
    assert [is_quiet(person, dt.time(hour)) for hour in (10, 11, 12, 13)] == [False, True, True, False]


def test_who_wants_no_quiet_has_none() -> None:
    """Nor does somebody who is not known."""
    assert not is_quiet(PEOPLE[0], dt.time(3))
    assert not is_quiet(None, dt.time(3))
    assert earliest(None, dt.time(7)) == dt.time(7)

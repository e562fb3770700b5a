"""What must hold of any duties, any directory and any clock that looks in now and then."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from calendars.days import is_working_day
from calendars.zone import OSLO
from projections.engine.duty.state import Duty
from tests.workflow.notices.made import (
    PEOPLE,
    around,
    as_raised,
    deadline,
    deviate,
    duty,
    measure,
    miss,
    move,
    staff,
    undated,
)
from workflow.directory.line import Line
from workflow.directory.people import Absence
from workflow.notices.model import Kind, Planned, SkipReason
from workflow.notices.planner import due_now, plan, until_today
from workflow.notices.said import Said

START = dt.date(2026, 1, 5)
DAYS = st.integers(0, 200).map(lambda days: START + dt.timedelta(days=days))
HOURS = st.sampled_from([2, 6, 7, 9, 12, 21, 23])
OWNERS = st.sampled_from(["", "p-left", *(one.id for one in PEOPLE)])


def _at(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), OSLO).astimezone(dt.UTC)


@st.composite
def duties(draw: st.DrawFn) -> list[Duty]:
    """Some duties: with a deadline, tentative, moved, open, oral, in deviation, with measures."""
    made: list[Duty] = []
    for number in range(draw(st.integers(1, 4))):
        first = draw(st.one_of(st.just(undated()), st.builds(deadline, DAYS, tentative=st.booleans())))
        one = duty(first, name=f"d{number}", owner=draw(OWNERS), orally=draw(st.booleans()))
        if draw(st.booleans()):
            move(one, draw(st.builds(deadline, DAYS)), _at(draw(DAYS), draw(HOURS)))
        due = one.parts[""].history[-1].deadline.due
        if due and draw(st.booleans()):
            miss(one, _at(due + dt.timedelta(days=1), draw(HOURS)))
        if draw(st.booleans()):
            reported = _at(draw(DAYS), draw(HOURS))
            found = deviate(one, reported, material=True, material_since=reported)
            found.measures[1] = measure(str(draw(DAYS)))
        made.append(one)
    return made


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """The staff, some of them away for a while, one with quiet hours."""
    away = []
    for person in draw(st.lists(st.sampled_from(PEOPLE), max_size=3)):
        first = draw(DAYS)
        away.append(Absence(person.id, first, first + dt.timedelta(days=draw(st.integers(0, 40)))))
    sleeper = replace(draw(st.sampled_from(PEOPLE)), quiet_from=dt.time(20), quiet_to=dt.time(9))
    return staff(sleeper, away=tuple(away))


@dataclass
class Office:
    """Looks in at moments, and remembers what it raised, as the store does."""

    made: list[Duty]
    line: Line
    raised: list[Planned] = field(default_factory=list)
    ticks: list[list[Planned]] = field(default_factory=list)

    def look(self, day: dt.date, hour: int) -> list[Planned]:
        here = around(str(day), line=self.line)
        said = Said(map(as_raised, self.raised), day)
        found = due_now(until_today(self.made, here), here, _at(day, hour), said)
        self.raised += found
        self.ticks.append(found)
        return found


LOOKS = st.lists(st.tuples(DAYS, HOURS), min_size=1, max_size=10).map(sorted)


@given(duties(), lines(), LOOKS)
@settings(max_examples=60, deadline=None)
def test_looking_in_whenever_says_nothing_twice_and_nothing_on_a_day_off(
    made: list[Duty], line: Line, looks: list[tuple[dt.date, int]]
) -> None:
    """However rarely or often it looks: each place once, on working days, and a second look finds nothing."""
    office = Office(made, line)
    for day, hour in looks:
        found = office.look(day, hour)
        assert not found or (is_working_day(day) and 6 <= hour < 22)
        assert office.look(day, hour) == []
    ids = Counter(each.notice.id("a") for each in office.raised)
    assert not [each for each, count in ids.items() if count > 1]
    assert all(each.notice.due_on in around(str(START)).calendar for each in office.raised)


@given(duties(), lines(), LOOKS)
@settings(max_examples=60, deadline=None)
def test_one_look_tells_each_person_of_each_deadline_at_most_once(
    made: list[Duty], line: Line, looks: list[tuple[dt.date, int]]
) -> None:
    """After any downtime: one step of each ladder, and one notice of each deadline, to each recipient."""
    office = Office(made, line)
    for day, hour in looks:
        going = [each.notice for each in office.look(day, hour) if each.skip is None]
        ladder = (Kind.DEADLINE, Kind.MEASURE, Kind.CHASE, Kind.ORAL)
        steps = Counter(
            (each.kind, each.duty, each.subject, each.recipient) for each in going if each.kind in ladder
        )
        assert not [each for each, count in steps.items() if count > 1]
        of_deadline = Counter(
            (each.duty, each.subject, each.recipient)
            for each in going
            if each.kind in (Kind.DEADLINE, Kind.MISSED)
        )
        assert not [each for each, count in of_deadline.items() if count > 1]


@given(duties(), lines())
@settings(max_examples=20, deadline=None)
def test_looking_every_day_raises_what_the_plan_foresaw(made: list[Duty], line: Line) -> None:
    """The list read in advance is what comes, nothing more and nothing less, on the same days."""
    first, last = START + dt.timedelta(days=220), START + dt.timedelta(days=234)
    office = Office(made, line)
    office.look(first - dt.timedelta(days=3), 12)
    here = around(str(first), str(last), line=line)
    foreseen = plan(made, here, Said(map(as_raised, office.raised), first))
    came: list[Planned] = []
    for days in range((last - first).days + 1):
        for hour in (7, 12, 21):
            came += office.look(first + dt.timedelta(days=days), hour)
    expected = {each.notice.place for each in foreseen if first <= each.notice.due_on <= last}
    assert {each.notice.place for each in came if each.notice.due_on >= first} == expected
    assert SkipReason.OVERTAKEN not in {each.skip for each in came if each.notice.due_on >= first}

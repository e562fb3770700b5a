"""The org line: who is told when the owner is not enough."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.directory.line import Line
from workflow.directory.people import Absence, Person, Unit

MONDAY = dt.date(2026, 3, 2)


def person(name: str, **more: str) -> Person:
    """Make a person whose id is the name."""
    return Person(name, name.title(), f"{name}@prove.no", **more)


OFFICE = Line(
    [
        person("topp", unit="stab"),
        person("leder", unit="drift"),
        person("bo", unit="drift"),
        person("li", unit="drift", manager="kontroll"),
        person("kontroll", unit="stab", role="controller"),
        person("kari", role="controller"),
    ],
    [
        Unit("stab", "Stab", manager="topp"),
        Unit("avdeling", "Avdeling", parent="stab"),
        Unit("drift", "Drift", parent="avdeling", manager="leder"),
    ],
)


def test_climbing_when_nobody_is_named_follows_the_units() -> None:
    """The unit's manager comes first, then the nearest unit above that has one."""
    assert OFFICE.chain("bo") == ("leder", "topp")
    assert [OFFICE.above("bo", levels) for levels in (0, 1, 2, 5)] == ["", "leder", "topp", "topp"]


def test_climbing_when_a_manager_is_named_follows_the_person() -> None:
    """Who has a manager of their own has that one, not the unit's."""
    assert OFFICE.chain("li") == ("kontroll", "topp")


def test_climbing_from_a_units_own_manager_passes_over_them() -> None:
    """Nobody is their own manager."""
    assert OFFICE.above("leder") == "topp"


def test_climbing_from_the_director_ends() -> None:
    """The top has nobody to escalate to, and the unknown neither."""
    assert OFFICE.director() == "topp"
    assert OFFICE.above("topp", 2) == OFFICE.above("ukjent") == ""
    assert OFFICE.address("ukjent") == ""


def test_climbing_when_the_top_has_a_manager_in_the_ministry_stays_inside() -> None:
    """Nothing escalates out of the agency."""
    line = Line([person("dep", role="ministry"), person("topp", manager="dep"), person("bo", manager="topp")])
    assert (line.director(), line.chain("bo"), line.chain("topp")) == ("topp", ("topp",), ())


def test_climbing_when_the_manager_was_erased_falls_back_on_the_unit() -> None:
    """A pointer to nobody is none."""
    line = Line([person("bo", unit="u", manager="borte"), person("sjef")], [Unit("u", "U", manager="sjef")])
    assert line.above("bo") == "sjef"


def test_finding_controllers_gives_them_by_name() -> None:
    """There may be several, always in the same order."""
    assert OFFICE.controllers() == ("kari", "kontroll")
    assert Line([]).controllers() == ()


def test_managing_a_unit_without_a_manager_is_the_unit_aboves() -> None:
    """Whom to turn to for a unit is never left open while somebody stands above it."""
    assert [OFFICE.manager_of_unit(unit) for unit in ("drift", "avdeling", "ingen")] == ["leder", "topp", ""]


def test_standing_in_asks_the_duty_then_the_absence_then_the_person() -> None:
    """The nearest arrangement counts, as long as that person is there themselves."""
    people = [person("bo", deputy="fast"), *map(person, ("fast", "vikar", "sak"))]
    week = Absence("bo", MONDAY, MONDAY + dt.timedelta(4), "vikar")
    line = Line(people, (), [week])
    assert line.is_absent("bo", MONDAY)
    assert not line.is_absent("bo", MONDAY + dt.timedelta(5))
    assert line.stand_in("bo", MONDAY, "sak") == "sak"
    assert line.stand_in("bo", MONDAY) == "vikar"
    also = Line(people, (), [week, Absence("vikar", MONDAY, MONDAY)])
    assert also.stand_in("bo", MONDAY) == "fast"


def test_standing_in_when_every_deputy_is_away_is_nobody() -> None:
    """Then it goes one level up, which the caller knows."""
    absences = [Absence("bo", MONDAY, MONDAY, "vikar"), Absence("vikar", MONDAY, MONDAY)]
    line = Line([person("bo", deputy="bo"), person("vikar")], (), absences)
    assert line.stand_in("bo", MONDAY, "slettet") == ""


IDS = ("a", "b", "c", "d", "e", "f")
MAYBE = st.sampled_from(("", "borte", *IDS))
LINES = st.builds(
    lambda bosses, units, parents, managers, deputies, away: Line(
        [
            Person(one, one, f"{one}@prove.no", unit, boss, deputy=deputy)
            for one, boss, unit, deputy in zip(IDS, bosses, units, deputies, strict=True)
        ],
        [Unit(one, one, parent, boss) for one, parent, boss in zip(IDS, parents, managers, strict=True)],
        [Absence(one, MONDAY, MONDAY, deputy) for one, deputy in away],
    ),
    *[st.lists(MAYBE, min_size=6, max_size=6) for _ in range(5)],
    st.lists(st.tuples(st.sampled_from(IDS), MAYBE), max_size=6),
)


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_climbing_in_any_directory_ends_and_never_passes_the_director(line: Line) -> None:
    """Circles, gaps and self-reference end; nobody is met twice, and nothing stands above the top."""
    for one in IDS:
        chain = line.chain(one)
        assert len({one, *chain}) == len(chain) + 1
        assert line.director() not in chain[:-1]
        assert line.above(one, 99) == (chain[-1] if chain else "")
    assert line.chain(line.director()) == ()


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_standing_in_in_any_directory_is_somebody_else_who_is_there(line: Line) -> None:
    """A mail is never handed on to who is away, to who has left, or back to the same person."""
    for one in IDS:
        deputy = line.stand_in(one, MONDAY)
        assert deputy == "" or (
            deputy in line.people and deputy != one and not line.is_absent(deputy, MONDAY)
        )

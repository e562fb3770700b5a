from __future__ import annotations

import pytest

from events.store.datastore import Datastore
from projections.deviations.queries import DeviationFilter, DeviationRow, listed, of_duty, open_
from tests.kit.eventful_year import MATERIAL, MISSED, closed, day, deviates, missed, told, year
from tests.kit.happened import Past, stream
from tests.projections.following import Following


def found(datastore: Datastore, past: Past, **which: object) -> list[DeviationRow]:
    """Follow the past and ask."""
    Following(datastore, past=past).follow()
    with datastore.reading() as connection:
        return listed(connection, DeviationFilter(**which))  # type: ignore[arg-type]  # the fields of a filter


def two() -> Past:
    """One deviation that a person reported, one that the clock opened and is closed."""
    past = Past().assignment("A").due("A", "2026-03-15").owned("A", "kari", "analyse")
    past.assignment("B").due("B", "2026-03-15").owned("B", "ola", "jus").shielded("B")
    deviates(past, "A")
    return closed(missed(past, "B"), "B", MISSED)


def test_listing_a_year_gives_each_deviation_with_all_that_became_of_it(datastore: Datastore) -> None:
    """What was found, by whom, how it weighs, its measures, whom it was told to and how it ended."""
    material, by_clock = found(datastore, year())
    assert (material.id, material.duty, material.part) == (MATERIAL, stream("2026-01"), "Del 2")
    assert (material.cause, material.consequence, material.material) == ("Lite data", "Forsinkes", True)
    assert material.material_since == material.reported_at
    assert material.reported_at.tzinfo is not None
    assert (material.told_on, material.told_how) == (day("2026-02-11"), "e-post")
    assert material.is_open
    assert [(each.number, each.due, each.version, each.is_open) for each in material.measures] == [
        (1, day("2026-03-20"), 2, False),
        (2, day("2026-03-09"), 1, False),
    ]
    assert material.measures[1].dropped == "For dyrt"
    assert (by_clock.missed, by_clock.part, by_clock.discovered_on) == (1, "Del 1", day("2026-03-16"))
    assert (by_clock.cause, by_clock.closed_on, by_clock.result) == (
        "Sykdom",
        day("2026-04-01"),
        "Levert sent",
    )


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ({}, ["A", "B"]),
        ({"is_open": True}, ["A"]),
        ({"is_open": False}, ["B"]),
        ({"owner": "ola"}, ["B"]),
        ({"unit": "analyse"}, ["A"]),
        ({"material": True}, ["A"]),
        ({"material": False}, ["B"]),
        ({"duty": stream("B")}, ["B"]),
        ({"first": day("2026-02-11")}, ["B"]),
        ({"last": day("2026-02-10")}, ["A"]),
        ({"is_open": True, "owner": "ola"}, []),
    ],
)
def test_asking_for_deviations_gives_exactly_what_holds(
    datastore: Datastore, which: dict[str, object], expected: list[str]
) -> None:
    """Each question has its answer, the first discovered first."""
    assert [row.reference for row in found(datastore, two(), **which)] == expected


def test_changing_the_duty_changes_what_its_deviations_say_of_it(sqlite_datastore: Datastore) -> None:
    """Owner, unit, state and shield are the duty's as it stands, and no deviation goes away."""
    past = two().owned("A", "ola", "jus").shielded("A").delivered("A")
    Following(sqlite_datastore, past=told(past, "A")).follow()
    with sqlite_datastore.reading() as connection:
        [row] = open_(connection)
        assert [each.id for each in of_duty(connection, stream("A"))] == [row.id]
    assert (row.owner, row.unit, row.shielded, row.state) == ("ola", "jus", True, "delivered")
    assert row.told_reference == "26/12-8"

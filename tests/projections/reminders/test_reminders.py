from __future__ import annotations

from typing import Any

import pytest

from events.store.datastore import Datastore
from events.vocabulary import assignment
from projections.engine.duty.state import Duty
from projections.reminders.queries import anchored_to, due_between, duties, duty, open_duties, owned_by
from tests.kit.eventful_year import MATERIAL, closed, day, deviates, year
from tests.kit.happened import Past, on, stream, undated
from tests.projections.following import Following


def references(found: list[Duty]) -> set[str]:
    """Give the references."""
    return {each.reference for each in found}


def opened(datastore: Datastore, past: Past) -> set[str]:
    """Follow the past and give what something may still be said about."""
    Following(datastore, past=past).follow()
    with datastore.reading() as connection:
        return references(open_duties(connection))


def test_planning_after_a_year_loads_only_what_may_still_be_spoken_of(datastore: Datastore) -> None:
    """What has ended is left out, also what was carried over; a delivered meeting still wants its minutes."""
    Following(datastore, past=year()).follow()
    with datastore.reading() as connection:
        everything = open_duties(connection)
        some = open_duties(connection, [stream("2026-01"), stream("2026-06")])
        assert references(everything) == {
            *("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-07", "2026-08"),
            *("esm", "juni", "papir"),
        }
        assert references(some) == {"2026-01"}
        assert [each.id for each in everything] == sorted(each.id for each in everything)


def test_loading_a_duty_gives_it_whole(datastore: Datastore) -> None:
    """A duty comes as the events made it, open or not; what is no duty is left out."""
    Following(datastore, past=year()).follow()
    with datastore.reading() as connection:
        ended = duty(connection, stream("2026-06"))
        assert ended is not None
        assert (ended.state, ended.carried_to) == ("carried_over", stream("2027-01"))
        assert set(duties(connection, [stream("2026-01"), stream("nothing")])) == {stream("2026-01")}
        assert duty(connection, stream("nothing")) is None


ACCEPTED = (assignment.AssignmentAccepted, {"accepted_on": day("2026-03-02")})


@pytest.mark.parametrize(
    ("deviation", "expected"),
    [("none", set()), ("open", {"A"}), ("closed with an open measure", {"A"}), ("closed and done", set())],
)
def test_accepting_closes_a_duty_unless_a_deviation_of_it_lives_on(
    sqlite_datastore: Datastore, deviation: str, expected: set[str]
) -> None:
    """Measures are followed up after the delivery they failed."""
    past = Past().assignment("A").due("A", "2026-03-15")
    if deviation != "none":
        deviates(past, "A")
    if deviation.endswith("done"):
        done: dict[str, Any] = {"deviation": MATERIAL, "number": 1, "completed_on": day("2026-03-01")}
        past.happens(assignment.AssignmentMeasureCompleted, "A", **done)
    if deviation.startswith("closed"):
        closed(past, "A")
    kind, facts = ACCEPTED
    past.delivered("A").happens(kind, "A", **facts)
    assert opened(sqlite_datastore, past) == expected


def test_asking_for_days_meets_everything_unmet_of_a_duty(datastore: Datastore) -> None:
    """The window of a duty is that of its unmet deadlines and measures; what is delivered is out."""
    past = Past().assignment("A").due("A", "2026-02-01", "Del 1").due("A", "2026-06-01", "Del 2")
    past.delivered("A", "Del 1").owned("A", "kari")
    past.assignment("B").due("B", undated())
    deviates(past.assignment("C").due("C", "2026-09-01"), "C")
    Following(datastore, past=past).follow()
    with datastore.reading() as connection:
        assert references(due_between(connection, day("2026-02-01"), day("2026-02-28"))) == set()
        assert references(due_between(connection, day("2026-06-01"), day("2026-06-01"))) == {"A", "C"}
        assert references(due_between(connection, day("2026-03-02"), day("2026-03-02"))) == {"C"}
        assert references(owned_by(connection, "kari")) == {"A"}
        assert owned_by(connection, "ola") == []


def test_anchoring_a_deadline_to_a_meeting_is_found_from_the_meeting(datastore: Datastore) -> None:
    """Whoever moves a meeting sees each part that hangs on it, until it no longer does."""
    past = Past().meeting("esm").assignment("A")
    past.due("A", on("2026-04-21", anchored_to=stream("esm")), "Notat").due("A", "2026-05-01", "Plan")
    following = Following(datastore, past=past).follow()
    with datastore.reading() as connection:
        assert anchored_to(connection, stream("esm")) == [(stream("A"), "Notat")]
    past.postponed("A", "2026-04-28", "Notat")
    following.follow()
    with datastore.reading() as connection:
        assert anchored_to(connection, stream("esm")) == []

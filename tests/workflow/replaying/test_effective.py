"""As it was, by what is known now: late entries in their place, corrections applied to what they correct."""

from __future__ import annotations

import datetime as dt

import pytest

from events.store.datastore import Datastore
from events.store.topics import event_classes
from events.vocabulary import assignment
from events.vocabulary.base import Event
from events.vocabulary.values import Source
from projections.deviations.queries import listed as deviations
from projections.register.entry import RegisteredDuty
from projections.register.queries import listed
from tests.kit.eventful_year import MATERIAL, closed, day, deviates, measure, missed, raised, year
from tests.kit.happened import LETTER, SOURCE, Past, on, stream
from tests.workflow.replaying.rich import recorded
from workflow.replaying.effective_days import FIELDS, NoEffectiveDay, effective_day, fields_of
from workflow.replaying.views import digests_of

LATER = dt.timedelta(days=200)
"""How much later than everything else something is entered."""


def register_on(when: str, datastore: Datastore) -> list[RegisteredDuty]:
    """Give the register as it was at the end of a day, by what is recorded."""
    past = recorded(datastore, Past())
    with past.effective(day(when)) as engine, engine.datastore.reading() as connection:
        assert [status for status in engine.status() if status.stopped is not None] == []
        return listed(connection)


def duty_on(past: Past, when: str, datastore: Datastore) -> RegisteredDuty | None:
    """Record a past, and give its duty as it was at the end of a day."""
    recorded(datastore, past)
    return next((each for each in register_on(when, datastore) if each.id == stream("2026-01")), None)


def test_listing_the_table_finds_every_kind_of_event_with_fields_it_has() -> None:
    """A new kind of event must say when it happened, by fields that exist."""
    classes = [cls for cls in event_classes().values() if cls.__module__.startswith("events.")]
    for cls in classes:
        for field in fields_of(cls):
            assert field in cls.model_fields, f"{cls.TOPIC} has no {field}"
    unused = [shape for shape in FIELDS if not any(issubclass(cls, shape) for cls in classes)]
    assert unused == []


def test_asking_for_the_day_of_an_unknown_shape_is_refused() -> None:
    """No event gets a day by accident."""
    with pytest.raises(NoEffectiveDay):
        fields_of(type("Unknown", (Event,), {"TOPIC": "unknown"}))


def test_finding_the_day_takes_the_first_field_that_says_it() -> None:
    """The agreement before the letter's date, and the recording where neither is there."""
    facts = {"part": "", "deadline": on("2026-06-01"), "reason": "Avtalt", "source": Source(letter=LETTER)}
    moved = assignment.AssignmentDeadlinePostponed
    past = Past().assignment("2026-01").happens(moved, "2026-01", **facts, agreed_on=day("2026-01-02"))
    past.happens(moved, "2026-01", **facts)
    letters = {LETTER: day("2025-12-18")}
    found = [effective_day(each, letters).isoformat() for each in past.events]
    assert found == ["2025-12-18", "2026-01-02", "2025-12-18"]
    assert effective_day(past.events[2], {}).isoformat() == "2026-01-05"


def test_rebuilding_as_it_was_puts_late_entries_in_their_place(datastore: Datastore) -> None:
    """A delivery entered half a year late was a delivery all the time, but not before its day."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-15")
    past.now += LATER
    past.delivered("2026-01", day="2026-03-01")
    before = duty_on(past, "2026-02-28", datastore)
    assert before is not None
    assert before.state == "given"
    (after,) = register_on("2026-03-01", datastore)
    assert after.state == "delivered"


def test_rebuilding_as_it_was_before_the_letter_gives_nothing(sqlite_datastore: Datastore) -> None:
    """A duty is as old as its letter, not as the day on which somebody read it."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-15")
    assert duty_on(past, "2025-12-17", sqlite_datastore) is None
    (found,) = register_on("2025-12-18", sqlite_datastore)
    assert found.parts[0].current is not None


@pytest.mark.parametrize(("right", "state"), [("2026-03-05", "delivered"), (None, "given")])
def test_rebuilding_as_it_was_applies_a_correction_to_what_it_corrects(
    right: str | None, state: str, sqlite_datastore: Datastore
) -> None:
    """The day of the delivery is the right one; what was no delivery never was one."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-15").delivered("2026-01")
    corrected = {"delivered_on": day(right) if right else None, "reason": "Feil dag"}
    past.now += LATER
    past.happens(assignment.AssignmentDeliveryCorrected, "2026-01", part="", **corrected)
    found = duty_on(past, "2026-03-06", sqlite_datastore)
    assert found is not None
    assert found.state == state
    assert found.parts[0].delivered_on == (day(right) if right else None)
    assert [each.state for each in register_on("2026-03-04", sqlite_datastore)] == ["given"]


def test_rebuilding_as_it_was_shows_the_right_deadline_from_the_beginning(
    sqlite_datastore: Datastore,
) -> None:
    """A deadline written down wrongly was never the deadline."""
    past = Past().letter().assignment("2026-01").due("2026-01", "2026-03-15")
    past.now += LATER
    right = {"part": "", "deadline": on("2026-03-25"), "reason": "Lest feil", "source": SOURCE}
    past.happens(assignment.AssignmentDeadlineCorrected, "2026-01", **right)
    found = duty_on(past, "2026-01-10", sqlite_datastore)
    assert found is not None
    assert [version.deadline.day for version in found.parts[0].history] == [day("2026-03-25")]


def test_rebuilding_as_it_was_knows_no_deviation_where_the_deadline_was_met(
    sqlite_datastore: Datastore,
) -> None:
    """The clock saw it pass because the delivery was entered late; in truth there was no deviation."""
    past = missed(Past().letter().assignment("2026-01").due("2026-01", "2026-03-15"), "2026-01")
    past.now += LATER
    past.delivered("2026-01", day="2026-03-10")
    found = duty_on(past, "2026-12-31", sqlite_datastore)
    assert found is not None
    assert (found.state, list(found.deviations)) == ("delivered", [])


def test_rebuilding_as_it_was_keeps_the_deviation_where_the_deadline_was_missed(
    sqlite_datastore: Datastore,
) -> None:
    """A delivery after the day does not undo that it was late."""
    past = missed(Past().letter().assignment("2026-01").due("2026-01", "2026-03-15"), "2026-01")
    past.delivered("2026-01", day="2026-03-16")
    found = duty_on(past, "2026-12-31", sqlite_datastore)
    assert found is not None
    assert len(found.deviations) == 1


def test_rebuilding_as_it_was_lets_nothing_come_before_what_it_builds_on(sqlite_datastore: Datastore) -> None:
    """A measure entered after it was carried out is as old as that; a deviation closed before it was
    discovered is closed when it is discovered."""
    past = deviates(Past().letter().assignment("2026-01"), "2026-01", measures=())
    past.now += LATER
    past.happens(
        assignment.AssignmentMeasureProposed, "2026-01", deviation=MATERIAL, measure=measure(1, "2026-03-02")
    )
    done = {"deviation": MATERIAL, "number": 1, "completed_on": day("2026-02-20")}
    past.happens(assignment.AssignmentMeasureCompleted, "2026-01", **done)
    early = {"deviation": MATERIAL, "closed_on": day("2026-02-01"), "result": "Løst"}
    past.happens(assignment.AssignmentDeviationClosed, "2026-01", **early)
    with recorded(sqlite_datastore, past).effective(day("2026-02-20")) as engine:
        assert all(status.stopped is None for status in engine.status())
        with engine.datastore.reading() as connection:
            (found,) = deviations(connection)
    assert found.closed_on == day("2026-02-01")
    assert [each.completed_on for each in found.measures] == [day("2026-02-20")]


def test_rebuilding_as_it_was_at_the_end_takes_everything_in_any_batch(datastore: Datastore) -> None:
    """An eventful year goes through every projection, with the same rows for each size of batch."""
    past = recorded(datastore, closed(raised(year(), "enda et", due_on=day("2026-05-01")), "2026-01"))
    found = []
    for batch in (1, 7, 500):
        past.batch = batch
        with past.effective(day("2026-12-31")) as engine:
            assert all(status.stopped is None for status in engine.status())
            found.append(digests_of(engine))
    assert found[0] == found[1] == found[2]

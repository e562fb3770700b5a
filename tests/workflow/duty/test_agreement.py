"""Whatever is decided, the duty and the projections' fold of its events tell the same story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.vocabulary.base import Event
from projections.engine.duty import state as folding
from projections.engine.duty.fold import folded
from tests.kit.duties import FACTS, LETTER, STREAMS, on, undated
from workflow.duty.aggregate import Duty
from workflow.duty.state import Asked, Part, Stamp
from workflow.refusals import Refusal

START = dt.date(2026, 1, 5)
PARTS = ("", "Del 1", "Del 2")
WORDS = ("A", "B")
Step = Callable[[Duty, dt.date, Stamp], object]


def on_day(number: int) -> dt.date:
    """Give a day of the months in which the stories take place."""
    return START + dt.timedelta(days=number)


parts = st.sampled_from(PARTS)
words = st.sampled_from(WORDS)
deadlines = st.one_of(
    st.integers(0, 60).map(lambda n: on(on_day(n).isoformat())),
    st.integers(0, 60).map(lambda n: on(on_day(n).isoformat(), tentative=True)),
    st.just(undated()),
)
numbers = st.integers(1, 3)
which = st.one_of(st.none(), numbers)
maybe = st.one_of(st.none(), words)

STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(lambda p, f: lambda d, _, s: d.set_deadline(p, f, LETTER, s), parts, deadlines),
    st.builds(lambda p, f, w: lambda d, _, s: d.postpone(p, f, w, LETTER, s), parts, deadlines, words),
    st.builds(lambda p, f, w: lambda d, _, s: d.correct_deadline(p, f, w, None, s), parts, deadlines, words),
    st.builds(lambda p: lambda d, _, s: d.drop_deadline(p, "C", LETTER, s), parts),
    st.builds(lambda w: lambda d, day, s: d.assign(w, "", day, s), words),
    st.builds(lambda w: lambda d, _, s: d.assign_deputy(w, s), words),
    st.builds(lambda w: lambda d, _, s: d.comment(w, s), words),
    st.just(lambda d, day, s: d.start(day, s)),
    st.builds(lambda p, w: lambda d, day, s: d.deliver(p, day, w, s), parts, words),
    st.builds(lambda p, w: lambda d, day, s: d.return_delivery(p, day, w, "", s), parts, words),
    st.just(lambda d, day, s: d.accept(day, "", s)),
    st.sampled_from(
        [
            lambda d, day, s: d.withdraw("C", "26/1", day, s),
            lambda d, day, s: d.carry_over(day, "C", "27/1", None, s),
        ]
    ),
    st.builds(lambda p: lambda d, day, s: d.reopen(p, day, "C", "", s), parts),
    st.builds(
        lambda p, f, w: lambda d, day, s: d.request_postponement(p, Asked(f, day, w), s),
        parts,
        deadlines,
        words,
    ),
    st.builds(lambda p, w: lambda d, day, s: d.refuse_postponement(p, day, w, "", s), parts, words),
    st.builds(lambda p: lambda d, day, s: d.inquire(p, day, "", "", s), parts),
    st.just(lambda d, day, s: d.confirm_in_writing(day, LETTER, s)),
    st.builds(
        lambda p, w, undone: lambda d, day, s: d.correct_delivery(p, None if undone else day, w, "C", s),
        parts,
        words,
        st.booleans(),
    ),
    st.builds(
        lambda undone: lambda d, day, s: d.correct_acceptance(None if undone else day, "", "C", s),
        st.booleans(),
    ),
    st.builds(lambda p: lambda d, day, s: d.miss(p, day, s), parts),
    st.builds(
        lambda n, p, w, m: lambda d, day, s: d.report_deviation(UUID(int=n), p, day, w, "C", m, s),
        st.integers(1, 2**30),
        parts,
        words,
        st.booleans(),
    ),
    st.builds(
        lambda n, w, m: lambda d, _, s: d.describe_deviation(n, w, "C", m, s), which, maybe, st.booleans()
    ),
    st.builds(lambda n, w: lambda d, day, s: d.propose_measure(n, w, "p-1", day, day, s), which, words),
    st.builds(lambda n, m: lambda d, day, s: d.move_measure(n, m, day, day, "C", s), which, numbers),
    st.builds(lambda n, m: lambda d, day, s: d.complete_measure(n, m, day, "C", s), which, numbers),
    st.builds(lambda n, m: lambda d, _, s: d.drop_measure(n, m, "C", s), which, numbers),
    st.builds(lambda n: lambda d, day, s: d.tell_ministry(n, day, "møte", "", s), which),
    st.builds(lambda n: lambda d, day, s: d.close_deviation(n, day, "C", s), which),
)


LIVES = st.lists(STEPS, min_size=12, max_size=40)
BEGINNINGS = st.sampled_from([(), ("",), ("Del 1", "Del 2")])


def lived(stream: type[Duty], oral: bool, begun: tuple[str, ...], steps: list[Step]) -> Duty:
    """Let a duty live, a step every other day; what is refused changes nothing."""
    first = Stamp(_noon(START), "p-1")
    duty = stream.give(UUID(int=5), FACTS, first, "oral" if oral else "email")
    for number, part in enumerate(begun):
        duty.set_deadline(part, on(on_day(10 + 20 * number).isoformat()), LETTER, first)
    for number, step in enumerate(steps, start=1):
        day, before = on_day(2 * number), len(duty.pending_events)
        try:
            step(duty, day, Stamp(_noon(day), "p-1"))
        except Refusal:
            assert len(duty.pending_events) == before
    return duty


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(11), tzinfo=dt.UTC)


def fold(duty: Duty) -> folding.Duty:
    """Fold what was recorded, as projections do."""
    found: folding.Duty | None = None
    for event in duty.pending_events:
        assert isinstance(event, Event)
        found = folded(found, event)
    assert found is not None
    return found


def part_of(part: Part) -> tuple[object, ...]:
    """What the duty says of a part."""
    versions = [(one.number, one.deadline, one.reason, one.recorded_at) for one in part.versions]
    asked = (part.asked.deadline, part.asked.requested_on) if part.asked else None
    return versions, part.delivered_on, part.delivery_reference, asked, part.missed


def folded_part(part: folding.Part) -> tuple[object, ...]:
    """What the fold says of a part."""
    versions = [(one.number, one.deadline, one.reason, one.recorded_at) for one in part.history]
    asked = (part.asked.deadline, part.asked.requested_on) if part.asked else None
    return versions, part.delivered_on, part.delivery_reference, asked, part.missed


def deviations_of(duty: Duty) -> dict[UUID, tuple[object, ...]]:
    """What the duty says of its deviations."""
    return {
        one.id: (
            (one.part, one.discovered_on, one.cause, one.consequence, one.material),
            one.told[0] if one.told else None,
            one.closed,
            [(m.proposed.what, m.due, m.completed, m.dropped, m.is_open) for m in one.measures.values()],
        )
        for one in duty.deviations.values()
    }


def folded_deviations(duty: folding.Duty) -> dict[UUID, tuple[object, ...]]:
    """What the fold says of the deviations."""
    return {
        one.id: (
            (one.part, one.discovered_on, one.cause, one.consequence, one.material),
            one.told_on,
            (one.closed_on, one.result) if one.closed_on else None,
            [
                (m.what, m.due, (m.completed_on, m.result) if m.completed_on else None, m.dropped, m.is_open)
                for m in one.measures.values()
            ],
        )
        for one in duty.deviations.values()
    }


def assert_agreed(duty: Duty) -> None:
    """State, every deadline, deviations with measures: the fold knows what the duty knows."""
    found = fold(duty)
    assert found.state == duty.state
    standing = {name: part for name, part in found.parts.items() if part.history and not part.dropped}
    due = {name: part for name, part in duty.parts.items() if part.versions}
    assert {name: folded_part(part) for name, part in standing.items()} == {
        name: part_of(part) for name, part in due.items()
    }
    assert folded_deviations(found) == deviations_of(duty)
    assert (found.owner, found.deputy, found.orally) == (duty.owner, duty.deputy, duty.orally)
    assert found.confirmed_on == (duty.confirmed[0] if duty.confirmed else None)
    assert found.accepted_on == (duty.accepted[0] if duty.accepted else None)


@pytest.mark.parametrize("stream", STREAMS)
@settings(max_examples=100, deadline=None)
@given(oral=st.booleans(), begun=BEGINNINGS, steps=LIVES)
def test_living_any_life_folds_to_the_same_duty(
    stream: type[Duty], oral: bool, begun: tuple[str, ...], steps: list[Step]
) -> None:
    """State, every deadline, deviations with measures: the projections know what the duty knows."""
    duty = lived(stream, oral, begun, steps)
    assert_agreed(duty)


@settings(max_examples=100, deadline=None)
@given(begun=BEGINNINGS, steps=LIVES)
def test_living_any_life_loads_to_the_same_duty(begun: tuple[str, ...], steps: list[Step]) -> None:
    """What is loaded from the events is what decided them."""
    duty = lived(STREAMS[0], True, begun, steps)
    loaded: Duty | None = None
    for event in list(duty.pending_events):
        loaded = event.mutate(loaded)
    assert loaded is not None
    assert {**vars(loaded), "_pending_events": None} == {**vars(duty), "_pending_events": None}


@settings(max_examples=100, deadline=None)
@given(begun=BEGINNINGS, steps=LIVES)
def test_living_any_life_never_misses_a_deadline_twice(begun: tuple[str, ...], steps: list[Step]) -> None:
    """Each version of a deadline is missed once."""
    day = on_day(200)
    duty = lived(STREAMS[1], False, begun, steps)
    for name in [*duty.parts, *duty.parts]:
        duty.miss(name, day, Stamp(_noon(day), "p-clock"))
    for part in duty.parts.values():
        assert len(part.missed) == len(set(part.missed))

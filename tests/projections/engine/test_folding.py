from __future__ import annotations

import gc

from projections.engine.duty.fold import folded
from projections.engine.duty.state import Duty, from_bytes, to_bytes
from projections.engine.garbage import collecting_later
from tests.kit.happened import Past


def life() -> Past:
    """A duty with parts, a move, a delivery and an owner."""
    past = Past().assignment("2026-01").due("2026-01", "2026-03-15", "Del 1")
    past.due("2026-01", "2026-05-15", "Del 2").postponed("2026-01", "2026-04-15", "Del 1")
    return past.delivered("2026-01", "Del 1").owned("2026-01", "kari", "okonomi").shielded("2026-01")


def made(past: Past, *, repeated: bool = False) -> Duty:
    """Fold the past, each event twice when `repeated`."""
    duty: Duty | None = None
    for event in past.events:
        for _ in range(2 if repeated and duty is not None else 1):
            duty = folded(duty, event)
    assert duty is not None
    return duty


def test_folding_an_event_again_changes_nothing() -> None:
    """A repeated event doubles nothing: the fold knows the version it has."""
    assert made(life(), repeated=True) == made(life())


def test_storing_a_duty_gives_it_back() -> None:
    """The stored form is lossless, and the same facts are the same bytes."""
    duty = made(life())
    assert from_bytes(to_bytes(duty)) == duty
    assert to_bytes(from_bytes(to_bytes(duty))) == to_bytes(duty)


def test_collecting_later_leaves_the_collector_as_it_was() -> None:
    """Whoever turned it off finds it off; otherwise it is on again, whatever happened."""
    assert gc.isenabled()
    with collecting_later():
        assert not gc.isenabled()
        with collecting_later():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()

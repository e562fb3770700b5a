"""Corrective measures: proposed, moved, completed, dropped; a deviation is closed when they are."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.kit.duties import STREAMS, Past
from tests.kit.given import NOW, Given, given
from workflow.duty import refusals
from workflow.duty.aggregate import Duty
from workflow.duty.state import Stamp

DAY = dt.date(2026, 3, 2)
DUE = dt.date(2026, 4, 1)
STAMP = Stamp(NOW, "p-controller")
every_stream = pytest.mark.parametrize("stream", STREAMS)


def deviating(stream: type[Duty]) -> Given[Duty]:
    """A duty with a deviation and one measure."""
    past = Past(stream)
    return given(stream, past.given, past.reported(), past.measure())


@every_stream
def test_proposing_measures_numbers_them_and_repeats_nothing(stream: type[Duty]) -> None:
    """The same measure again is the same; another gets the next number."""
    past = Past(stream)
    again = deviating(stream).when(
        lambda d: d.propose_measure(None, "Leie inn hjelp", "p-1", DUE, DUE, STAMP)
    )
    again.then_nothing()
    more = deviating(stream).when(lambda d: d.propose_measure(1, "Leie inn hjelp", "p-1", DAY, DAY, STAMP))
    more.then(past.measure(2, DAY.isoformat()))
    deviating(stream).when(lambda d: d.propose_measure(1, " ", "p-1", DAY, DAY, STAMP)).then_refused(
        refusals.MeasureMissing
    )


@every_stream
def test_closing_with_an_open_measure_is_refused_until_it_is_over(stream: type[Duty]) -> None:
    """Completed or dropped, it no longer holds the deviation open."""

    def close(duty: Duty) -> None:
        duty.close_deviation(None, DAY, "Ferdig", STAMP)

    refusal = deviating(stream).when(close).then_refused(refusals.OpenMeasures)
    assert refusal.facts["numbers"] == "1"
    completed = deviating(stream).aggregate
    completed.complete_measure(None, 1, DAY, "På plass", STAMP)
    close(completed)
    dropped = deviating(stream).aggregate
    dropped.drop_measure(None, 1, "Ikke nødvendig", STAMP)
    close(dropped)
    assert not completed.deviation(1).is_open
    assert not dropped.deviation(1).is_open


@every_stream
def test_moving_a_measure_needs_a_reason_and_another_day(stream: type[Duty]) -> None:
    """To the same day nothing happens."""
    moving = deviating(stream)
    moving.when(lambda d: d.move_measure(None, 1, DUE, DUE, "", STAMP)).then_nothing()
    moving.when(lambda d: d.move_measure(None, 1, DAY, DAY, "", STAMP)).then_refused(refusals.ReasonMissing)
    moving.aggregate.move_measure(None, 1, DAY, DAY, "Tar tid", STAMP)
    assert moving.aggregate.deviation(1).measures[1].due == DAY


@every_stream
def test_going_on_with_a_measure_that_is_over_is_refused(stream: type[Duty]) -> None:
    """Completing again alike does nothing; anything else is refused, and so is a number that is not there."""
    duty = deviating(stream).aggregate
    duty.complete_measure(None, 1, DAY, "På plass", STAMP)
    duty.complete_measure(None, 1, DAY, "På plass", STAMP)
    assert len(duty.pending_events) == 1
    with pytest.raises(refusals.MeasureIsOver):
        duty.drop_measure(None, 1, "Nei", STAMP)
    with pytest.raises(refusals.NoSuchMeasure):
        duty.complete_measure(None, 2, DAY, "", STAMP)

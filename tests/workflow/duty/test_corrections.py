"""Corrections: a new fact takes the wrong one's place, and the wrong one stays in the trail."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.kit.duties import LETTER, MAIL, STREAMS, Past, on
from tests.kit.given import NOW, given
from workflow.duty import refusals
from workflow.duty.aggregate import Duty
from workflow.duty.state import Stamp
from workflow.lifecycle import State

DAY = dt.date(2026, 2, 27)
STAMP = Stamp(NOW, "p-controller")
JUNE, JULY, AUGUST = on("2026-06-01"), on("2026-07-01"), on("2026-08-01")
every_stream = pytest.mark.parametrize("stream", STREAMS)


@every_stream
def test_correcting_a_deadline_takes_its_place_under_a_new_number(stream: type[Duty]) -> None:
    """Nothing was moved: a first deadline that is corrected is still the first."""
    past = Past(stream)
    duty = given(stream, past.given, past.due(JUNE)).aggregate
    duty.correct_deadline("", JULY, "Feil lest", None, STAMP)
    (version,) = duty.parts[""].versions
    assert (version.deadline, version.number, version.source) == (JULY, 2, LETTER)
    duty.postpone("", AUGUST, "Avtalt", MAIL, STAMP)
    assert [one.number for one in duty.parts[""].versions] == [2, 3]
    assert duty.parts[""].first == JULY


@every_stream
def test_correcting_what_was_moved_keeps_what_was_agreed(stream: type[Duty]) -> None:
    """Only the latest deadline is mended; the first stays, and so does the day of the agreement."""
    past = Past(stream)
    duty = given(stream, past.given, past.due(JUNE)).aggregate
    duty.postpone("", JULY, "Avtalt", MAIL, STAMP, DAY)
    duty.correct_deadline("", AUGUST, "Skrivefeil", None, STAMP)
    assert [one.deadline for one in duty.parts[""].versions] == [JUNE, AUGUST]
    assert duty.parts[""].versions[-1].agreed_on == DAY


@every_stream
def test_correcting_a_deadline_to_itself_or_where_there_is_none_is_refused(stream: type[Duty]) -> None:
    """A correction changes something; a reason is required."""
    past = Past(stream)
    standing = given(stream, past.given, past.due(JUNE))
    correct = Duty.correct_deadline
    standing.when(lambda d: correct(d, "", JUNE, "X", None, STAMP)).then_refused(refusals.SameDeadline)
    standing.when(lambda d: correct(d, "", JULY, " ", None, STAMP)).then_refused(refusals.ReasonMissing)
    whole = given(stream, past.given, past.delivered())
    whole.when(lambda d: correct(d, "", JULY, "X", None, STAMP)).then_refused(refusals.NoDeadline)


@every_stream
def test_correcting_a_delivery_gives_another_day_or_takes_it_back(stream: type[Duty]) -> None:
    """What was no delivery is owed again; the same correction again is nothing new."""
    past = Past(stream)
    done = (past.given, past.due(JUNE), past.delivered())
    duty = given(stream, *done).aggregate
    duty.correct_delivery("", DAY, "26/118-9", "Feil dag", STAMP)
    duty.correct_delivery("", DAY, "26/118-9", "Feil dag", STAMP)
    assert (len(duty.pending_events), duty.state) == (1, State.DELIVERED)
    duty.correct_delivery("", None, "", "Feil oppdrag", STAMP)
    assert (duty.parts[""].delivered_on, duty.state) == (None, State.IN_PROGRESS)
    given(stream, *done, past.accepted).when(
        lambda d: d.correct_delivery("", None, "", "X", STAMP)
    ).then_refused(refusals.AlreadyAccepted)
    given(stream, past.given, past.due(JUNE)).when(
        lambda d: d.correct_delivery("", DAY, "", "X", STAMP)
    ).then_refused(refusals.NotDelivered)


@every_stream
def test_correcting_an_acceptance_gives_another_day_or_takes_it_back(stream: type[Duty]) -> None:
    """What was not accepted is delivered still."""
    past = Past(stream)
    done = (past.given, past.due(JUNE), past.delivered())
    duty = given(stream, *done, past.accepted).aggregate
    duty.correct_acceptance(DAY, "26/118-11", "Feil dag", STAMP)
    assert (duty.accepted, duty.state) == ((DAY, "26/118-11"), State.ACCEPTED)
    duty.correct_acceptance(None, "", "Feil oppdrag", STAMP)
    assert duty.state is State.DELIVERED
    given(stream, *done).when(lambda d: d.correct_acceptance(DAY, "", "X", STAMP)).then_refused(
        refusals.NotAccepted
    )

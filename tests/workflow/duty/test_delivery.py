"""Delivering, returning, accepting, withdrawing; part by part."""

from __future__ import annotations

import datetime as dt

import pytest

from events.vocabulary import duty as shape
from tests.kit.duties import STREAMS, Past, on
from tests.kit.given import STAMP, given
from workflow.duty import refusals
from workflow.duty.aggregate import Duty
from workflow.lifecycle import State

every_stream = pytest.mark.parametrize("stream", STREAMS)
JUNE, JULY = on("2026-06-01"), on("2026-07-01")
DAY = dt.date(2026, 3, 1)


def deliver(part: str = "", day: dt.date = DAY):  # noqa: ANN201 - a decision for `when`
    """Deliver a part."""
    return lambda duty: duty.deliver(part, day, "26/118-9", STAMP)


def send_back(part: str = ""):  # noqa: ANN201 - a decision for `when`
    """Return a part."""
    return lambda duty: duty.return_delivery(part, dt.date(2026, 3, 2), "Mangler tall", "", STAMP)


@every_stream
def test_delivering_a_duty_without_parts_delivers_the_whole(stream: type[Duty]) -> None:
    """What has no deadline can be delivered all the same."""
    past = Past(stream)
    duty = given(stream, past.given).when(deliver()).then(past.delivered())
    assert duty.state is State.DELIVERED


@every_stream
def test_delivering_one_of_two_parts_puts_the_duty_in_progress(stream: type[Duty]) -> None:
    """A duty is delivered when its parts are, not before."""
    past = Past(stream)
    parts = (past.due(JUNE, "Del 1"), past.due(JULY, "Del 2"))
    duty = given(stream, past.given, *parts).when(deliver("Del 1")).then(past.delivered("Del 1"))
    assert duty.state is State.IN_PROGRESS
    duty.deliver("Del 2", DAY, "26/118-9", STAMP)
    assert duty.state is State.DELIVERED


@every_stream
def test_delivering_again_in_the_same_words_does_nothing(stream: type[Duty]) -> None:
    """A repeated command is safe."""
    past = Past(stream)
    given(stream, past.given, past.due(JUNE), past.delivered()).when(deliver()).then_nothing()


@every_stream
def test_delivering_again_on_another_day_is_refused(stream: type[Duty]) -> None:
    """A delivery is not overwritten."""
    past = Past(stream)
    done = given(stream, past.given, past.due(JUNE), past.delivered())
    done.when(deliver(day=dt.date(2026, 3, 2))).then_refused(refusals.AlreadyDelivered)


@every_stream
def test_delivering_an_unknown_part_is_refused(stream: type[Duty]) -> None:
    """A duty has the parts its source gave it."""
    given(stream, Past(stream).given).when(deliver("Del 4")).then_refused(refusals.UnknownPart)


@every_stream
def test_returning_a_delivery_puts_the_duty_in_progress(stream: type[Duty]) -> None:
    """What the ministry sends back is owed again."""
    past = Past(stream)
    done = given(stream, past.given, past.due(JUNE), past.delivered())
    duty = done.when(send_back()).then(past.returned())
    assert (duty.state, duty.parts[""].delivered_on) == (State.IN_PROGRESS, None)


@every_stream
def test_returning_again_in_the_same_words_does_nothing(stream: type[Duty]) -> None:
    """A repeated command is safe."""
    past = Past(stream)
    back = given(stream, past.given, past.due(JUNE), past.delivered(), past.returned())
    back.when(send_back()).then_nothing()


@every_stream
def test_returning_a_part_that_was_not_delivered_is_refused(stream: type[Duty]) -> None:
    """Only what was delivered can come back."""
    past = Past(stream)
    parts = (past.due(JUNE, "Del 1"), past.due(JULY, "Del 2"), past.delivered("Del 1"))
    given(stream, past.given, *parts).when(send_back("Del 2")).then_refused(refusals.NotDelivered)


@every_stream
def test_accepting_what_was_not_delivered_is_refused(stream: type[Duty]) -> None:
    """The ministry accepts deliveries."""
    past = Past(stream)
    undelivered = given(stream, past.given, past.due(JUNE))
    undelivered.when(lambda d: d.accept(DAY, "", STAMP)).then_refused(refusals.NotDelivered)


@every_stream
def test_withdrawing_without_the_approval_is_refused(stream: type[Duty]) -> None:
    """A duty lapses only with the ministry's approval."""
    past = Past(stream)
    owed = given(stream, past.given)
    owed.when(lambda d: d.withdraw("Bortfalt", " ", DAY, STAMP)).then_refused(refusals.ApprovalMissing)


@every_stream
def test_withdrawing_without_a_reason_is_refused(stream: type[Duty]) -> None:
    """What changes a duty says why."""
    owed = given(stream, Past(stream).given)
    owed.when(lambda d: d.withdraw("", "26/1", DAY, STAMP)).then_refused(refusals.ReasonMissing)


@every_stream
def test_withdrawing_again_by_the_same_approval_does_nothing(stream: type[Duty]) -> None:
    """A repeated command is safe."""
    past = Past(stream)
    gone = given(stream, past.given, past.withdrawn)
    gone.when(lambda d: d.withdraw("Bortfalt", "26/118-8", DAY, STAMP)).then_nothing()


@every_stream
def test_assigning_the_same_owner_again_does_nothing(stream: type[Duty]) -> None:
    """A repeated command is safe."""
    duty = given(stream, Past(stream).given).aggregate
    duty.assign("p-1", "u-1", None, STAMP)
    duty.assign("p-1", "u-1", None, STAMP)
    assert [type(event) for event in duty.pending_events] == [stream.STREAM[shape.OwnerAssigned]]
    assert (duty.owner, duty.unit) == ("p-1", "u-1")


@every_stream
def test_shielding_and_opening_the_title_is_recorded_once_each(stream: type[Duty]) -> None:
    """Access is a fact beside the state."""
    duty = given(stream, Past(stream).given).aggregate
    for _ in range(2):
        duty.restrict_access("Offl. § 15", STAMP)
    assert duty.restricted
    for _ in range(2):
        duty.open_access("Ikke lenger", STAMP)
    kinds = [type(event) for event in duty.pending_events]
    assert kinds == [stream.STREAM[shape.AccessRestricted], stream.STREAM[shape.AccessOpened]]
    assert not duty.restricted


@every_stream
def test_shielding_without_a_reason_is_refused(stream: type[Duty]) -> None:
    """What changes a duty says why."""
    owed = given(stream, Past(stream).given)
    owed.when(lambda duty: duty.restrict_access("", STAMP)).then_refused(refusals.ReasonMissing)

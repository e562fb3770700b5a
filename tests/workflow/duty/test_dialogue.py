"""The dialogue with the ministry: another deadline asked for, refused or granted; asked when; in writing."""

from __future__ import annotations

import datetime as dt

import pytest

from events.vocabulary import dialogue as shape
from events.vocabulary.values import DeadlineFact, Source
from tests.kit.duties import LETTER, MAIL, STREAMS, Past, on, undated
from tests.kit.given import NOW, Told, given, told
from workflow.duty import refusals
from workflow.duty.aggregate import Duty
from workflow.duty.state import Asked, Stamp

DAY = dt.date(2026, 3, 2)
STAMP = Stamp(NOW, "p-controller")
JUNE, JULY = on("2026-06-01"), on("2026-07-01")
ASKED = Asked(JULY, DAY, "Sykdom", "26/118-3")
every_stream = pytest.mark.parametrize("stream", STREAMS)


def requested(stream: type[Duty], deadline: DeadlineFact = JULY) -> Told:
    """Another deadline was asked for."""
    return told(
        stream.STREAM[shape.PostponementRequested],
        part="",
        deadline=deadline,
        reason="Sykdom",
        requested_on=DAY,
        reference="26/118-3",
    )


@every_stream
def test_requesting_another_deadline_records_it_and_moves_nothing(stream: type[Duty]) -> None:
    """The one that stands goes on until there is an answer; asking the same again is nothing new."""
    past = Past(stream)
    standing = given(stream, past.given, past.due(JUNE))
    duty = standing.when(lambda d: d.request_postponement("", ASKED, STAMP)).then(requested(stream))
    assert (duty.parts[""].current, duty.parts[""].asked) == (JUNE, ASKED)
    asked = given(stream, past.given, past.due(JUNE), requested(stream))
    asked.when(lambda d: d.request_postponement("", ASKED, STAMP)).then_nothing()


@every_stream
def test_requesting_the_deadline_that_stands_or_without_a_reason_is_refused(stream: type[Duty]) -> None:
    """One asks for another deadline, and says why; for what is delivered one asks for none."""
    past = Past(stream)
    standing = given(stream, past.given, past.due(JUNE))
    same, silent = Asked(JUNE, DAY, "Sykdom"), Asked(JULY, DAY, " ")
    standing.when(lambda d: d.request_postponement("", same, STAMP)).then_refused(refusals.SameDeadline)
    standing.when(lambda d: d.request_postponement("", silent, STAMP)).then_refused(refusals.ReasonMissing)
    done = given(stream, past.given, past.due(JUNE), past.delivered())
    done.when(lambda d: d.request_postponement("", ASKED, STAMP)).then_refused(refusals.AlreadyDelivered)


@every_stream
def test_refusing_ends_the_request_and_nothing_asked_cannot_be_refused(stream: type[Duty]) -> None:
    """The ministry answers what it was asked; the same answer again is nothing new."""
    past = Past(stream)
    duty = given(stream, past.given, past.due(JUNE), requested(stream)).aggregate
    duty.refuse_postponement("", DAY, "Nei", "26/118-4", STAMP)
    duty.refuse_postponement("", DAY, "Nei", "26/118-4", STAMP)
    assert len(duty.pending_events) == 1
    assert duty.parts[""].asked is None
    never = given(stream, past.given, past.due(JUNE))
    never.when(lambda d: d.refuse_postponement("", DAY, "Nei", "", STAMP)).then_refused(refusals.NothingAsked)


@every_stream
def test_moving_the_deadline_answers_the_request(stream: type[Duty]) -> None:
    """The ministry's yes is the deadline that was moved."""
    past = Past(stream)
    duty = given(stream, past.given, past.due(JUNE), requested(stream)).aggregate
    duty.postpone("", JULY, "Innvilget", MAIL, STAMP)
    assert duty.parts[""].asked is None


@every_stream
def test_asking_when_it_is_due_works_with_and_without_parts(stream: type[Duty]) -> None:
    """Asked again another day it is recorded again; asking twice the same day is once."""
    past = Past(stream)
    for given_parts in ((), (past.due(undated()),), (past.due(JUNE, "Del 1"), past.due(undated(), "Del 2"))):
        duty = given(stream, past.given, *given_parts).aggregate
        duty.inquire("", DAY, "26/118-5", "", STAMP)
        duty.inquire("", DAY, "26/118-5", "", STAMP)
        duty.inquire("", dt.date(2026, 3, 1), "", "purret", STAMP)
        assert len(duty.pending_events) == 2


@every_stream
def test_confirming_in_writing_is_for_what_was_given_orally_and_once(stream: type[Duty]) -> None:
    """The same confirmation again is nothing new; another is refused."""
    past = Past(stream)
    spoken = {**past.given.fields, "channel": "oral", "orally": True}
    duty = given(stream, told(past.given.kind, **spoken)).aggregate
    assert duty.waits_for_writing
    duty.confirm_in_writing(DAY, LETTER, STAMP)
    duty.confirm_in_writing(DAY, LETTER, STAMP)
    assert len(duty.pending_events) == 1
    assert not duty.waits_for_writing
    with pytest.raises(refusals.AlreadyInWriting):
        duty.confirm_in_writing(DAY, Source(reference="26/118-99"), STAMP)
    given(stream, past.given).when(lambda d: d.confirm_in_writing(DAY, LETTER, STAMP)).then_refused(
        refusals.NotOral
    )

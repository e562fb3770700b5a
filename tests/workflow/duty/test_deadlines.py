"""Deadlines: set, fixed, moved, dropped; every version kept."""

from __future__ import annotations

import datetime as dt

import pytest

from events.vocabulary.values import DeadlineFact
from tests.kit.duties import FACTS, LETTER, MAIL, STREAMS, Past, on, undated, window
from tests.kit.given import STAMP, given
from workflow.duty import refusals
from workflow.duty.aggregate import Duty

JUNE, JULY = on("2026-06-01"), on("2026-07-01")
WHY = "Avtalt i møte"
every_stream = pytest.mark.parametrize("stream", STREAMS)


def move(to: DeadlineFact, part: str = "", reason: str = WHY):  # noqa: ANN201 - a decision for `when`
    """Postpone a part."""
    return lambda duty: duty.postpone(part, to, reason, MAIL, STAMP)


def setting(to: DeadlineFact, part: str = ""):  # noqa: ANN201 - a decision for `when`
    """Set a part's deadline."""
    return lambda duty: duty.set_deadline(part, to, LETTER, STAMP)


@every_stream
def test_setting_a_deadline_when_there_is_none_records_it(stream: type[Duty]) -> None:
    """A part gets the deadline that its source states."""
    past = Past(stream)
    duty = given(stream, past.given).when(setting(JUNE)).then(past.due(JUNE))
    assert duty.parts[""].current == JUNE


@every_stream
def test_setting_the_same_deadline_again_does_nothing(stream: type[Duty]) -> None:
    """A repeated command is safe."""
    past = Past(stream)
    given(stream, past.given, past.due(JUNE)).when(setting(JUNE)).then_nothing()


@every_stream
@pytest.mark.parametrize(
    "unsettled", [undated(), on("2026-05-01", tentative=True), window("2026-06-01", "2026-06-30")]
)
def test_setting_a_day_when_the_deadline_was_unsettled_records_it(
    stream: type[Duty], unsettled: DeadlineFact
) -> None:
    """An open, tentative or wide deadline is settled, which is no postponement."""
    past = Past(stream)
    duty = given(stream, past.given, past.due(unsettled)).when(setting(JUNE)).then(past.due(JUNE))
    assert (duty.parts[""].first, duty.parts[""].current) == (unsettled, JUNE)


@every_stream
@pytest.mark.parametrize("settled", [JUNE, window("2026-08-01", "2026-08-31")])
def test_setting_another_day_when_one_stands_is_refused(stream: type[Duty], settled: DeadlineFact) -> None:
    """A deadline that stands is moved with a reason, never set again."""
    past = Past(stream)
    standing = given(stream, past.given, past.due(settled))
    standing.when(setting(JULY)).then_refused(refusals.DeadlineAlreadySet)


@every_stream
def test_setting_a_deadline_that_cannot_be_is_refused(stream: type[Duty]) -> None:
    """A day that does not exist never enters a duty."""
    impossible = DeadlineFact(text="31.06.2026", form="date", impossible=True)
    given(stream, Past(stream).given).when(setting(impossible)).then_refused(refusals.ImpossibleDeadline)


@every_stream
def test_setting_a_rhythm_on_a_single_delivery_is_refused(stream: type[Duty]) -> None:
    """What recurs belongs to a series."""
    rule = DeadlineFact(text="Hver mandag", form="rrule", rrule="FREQ=WEEKLY;BYDAY=MO")
    given(stream, Past(stream).given).when(setting(rule)).then_refused(refusals.RecurringDeadline)


@every_stream
def test_postponing_keeps_the_first_deadline(stream: type[Duty]) -> None:
    """The first version is never overwritten."""
    past = Past(stream)
    duty = given(stream, past.given, past.due(JUNE)).when(move(JULY)).then(past.moved(JULY))
    assert (duty.parts[""].first, duty.parts[""].current) == (JUNE, JULY)
    assert duty.parts[""].versions[-1].reason == WHY


@every_stream
def test_postponing_twice_in_the_same_words_does_nothing(stream: type[Duty]) -> None:
    """A repeated command is safe."""
    past = Past(stream)
    given(stream, past.given, past.due(JUNE), past.moved(JULY)).when(move(JULY)).then_nothing()


@every_stream
def test_postponing_to_where_it_stands_for_another_reason_is_refused(stream: type[Duty]) -> None:
    """A second reason is not dropped in silence."""
    past = Past(stream)
    moved = given(stream, past.given, past.due(JUNE), past.moved(JULY))
    moved.when(move(JULY, reason="Ny grunn")).then_refused(refusals.SameDeadline)


@every_stream
def test_postponing_without_a_reason_is_refused(stream: type[Duty]) -> None:
    """What moves a deadline says why."""
    past = Past(stream)
    given(stream, past.given, past.due(JUNE)).when(move(JULY, reason=" ")).then_refused(
        refusals.ReasonMissing
    )


@every_stream
def test_postponing_after_delivery_is_refused(stream: type[Duty]) -> None:
    """What has been delivered has no deadline left to move."""
    past = Past(stream)
    done = given(stream, past.given, past.due(JUNE), past.delivered())
    done.when(move(JULY)).then_refused(refusals.AlreadyDelivered)


@every_stream
def test_postponing_a_delivered_part_is_refused_while_others_are_open(stream: type[Duty]) -> None:
    """Each part has its own deadline and its own delivery."""
    past = Past(stream)
    parts = (past.due(JUNE, "Del 1"), past.due(JULY, "Del 2"), past.delivered("Del 1"))
    given(stream, past.given, *parts).when(move(JULY, "Del 1")).then_refused(refusals.AlreadyDelivered)
    given(stream, past.given, *parts).when(move(JUNE, "Del 2")).then(past.moved(JUNE, "Del 2"))


@every_stream
def test_postponing_a_part_that_is_not_there_names_those_that_are(stream: type[Duty]) -> None:
    """A duty has the parts its source gave it."""
    past = Past(stream)
    parts = (past.due(JUNE, "Del 1"), past.due(JULY, "Del 2"))
    refusal = given(stream, past.given, *parts).when(move(JULY, "Del 3")).then_refused(refusals.UnknownPart)
    assert refusal.facts["parts"] == "«Del 1», «Del 2»"


@every_stream
def test_postponing_the_whole_means_the_only_part(stream: type[Duty]) -> None:
    """Where there is one part, no name is needed."""
    past = Past(stream)
    single = given(stream, past.given, past.due(JUNE, "Del 1"))
    single.when(move(JULY)).then(past.moved(JULY, "Del 1"))


@every_stream
def test_dropping_a_deadline_takes_the_part_away_and_keeps_its_past(stream: type[Duty]) -> None:
    """A deadline set again continues the part's history."""
    past = Past(stream)
    dropping = given(stream, past.given, past.due(JUNE)).when(
        lambda duty: duty.drop_deadline("", "Bortfalt", MAIL, STAMP)
    )
    duty = dropping.then(past.dropped())
    duty.set_deadline("", JULY, LETTER, STAMP)
    assert [version.deadline for version in duty.parts[""].versions] == [JUNE, JULY]


@every_stream
def test_dropping_twice_does_nothing(stream: type[Duty]) -> None:
    """A repeated command is safe."""
    past = Past(stream)
    gone = given(stream, past.given, past.due(JUNE), past.dropped())
    gone.when(lambda duty: duty.drop_deadline("", "Bortfalt", MAIL, STAMP)).then_nothing()


@every_stream
def test_dropping_the_last_open_part_delivers_the_whole(stream: type[Duty]) -> None:
    """A duty is delivered when all that is left of it is."""
    past = Past(stream)
    parts = (past.due(JUNE, "Del 1"), past.due(JULY, "Del 2"), past.delivered("Del 1"))
    left = given(stream, past.given, *parts)
    duty = left.when(lambda d: d.drop_deadline("Del 2", "Bortfalt", MAIL, STAMP)).then(past.dropped("Del 2"))
    assert duty.state == "delivered"


@every_stream
def test_setting_a_new_part_after_delivery_opens_the_duty_again(stream: type[Duty]) -> None:
    """What the ministry adds is owed, though the rest was delivered."""
    past = Past(stream)
    done = given(stream, past.given, past.due(JUNE, "Del 1"), past.delivered("Del 1"))
    duty = done.when(setting(JULY, "Del 2")).then(past.due(JULY, "Del 2"))
    assert duty.state == "in_progress"


@every_stream
def test_restating_in_the_same_words_does_nothing(stream: type[Duty]) -> None:
    """A later letter that says the same changes nothing."""
    given(stream, Past(stream).given).when(lambda duty: duty.restate(FACTS, "Brev 2", STAMP)).then_nothing()


@every_stream
def test_agreeing_on_a_day_is_kept_with_the_move(stream: type[Duty]) -> None:
    """When it was agreed and when it was recorded may differ."""
    past = Past(stream)
    agreed = dt.date(2026, 2, 20)
    moving = given(stream, past.given, past.due(JUNE)).when(
        lambda duty: duty.postpone("", JULY, WHY, MAIL, STAMP, agreed_on=agreed)
    )
    assert moving.aggregate.parts[""].versions[-1].agreed_on == agreed

"""Deviations: seen by the clock, reported by a person, described, told of, closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest

from events.vocabulary import deviation as shape
from events.vocabulary.values import DeadlineFact
from tests.kit.duties import DEVIATION, STREAMS, Past, on, undated, window
from tests.kit.given import ID, NOW, Told, given, told
from workflow.duty import refusals
from workflow.duty.aggregate import Duty
from workflow.duty.state import Stamp
from workflow.identity import missed_id
from workflow.lifecycle import State

DAY = dt.date(2026, 3, 2)
CLOCK = Stamp(dt.datetime(2026, 6, 2, 4, 0, tzinfo=dt.UTC), "p-clock")
STAMP = Stamp(NOW, "p-controller")
JUNE = on("2026-06-01")
LATER = dt.date(2026, 6, 2)
every_stream = pytest.mark.parametrize("stream", STREAMS)


def missed(stream: type[Duty], deadline: DeadlineFact = JUNE, part: str = "", number: int = 1) -> Told:
    """The clock saw a deadline pass."""
    assert deadline.due is not None
    return told(
        stream.STREAM[shape.DeadlineMissed],
        deviation=missed_id(ID, part, number),
        part=part,
        deadline_version=number,
        deadline=deadline,
        missed_on=deadline.due + dt.timedelta(days=1),
    )


def missing(part: str = "", today: dt.date = LATER) -> Callable[[Duty], object]:
    """Let the clock look."""
    return lambda duty: duty.miss(part, today, CLOCK)


def reporting(
    part: str = "", cause: str = "Sykefravær", consequence: str = "Forsinket"
) -> Callable[[Duty], object]:
    """Report a deviation."""
    return lambda duty: duty.report_deviation(DEVIATION, part, DAY, cause, consequence, False, STAMP)


@every_stream
@pytest.mark.parametrize("deadline", [JUNE, window("2026-05-20", "2026-06-01")])
def test_passing_a_deadline_undelivered_opens_a_deviation(stream: type[Duty], deadline: DeadlineFact) -> None:
    """The day after the stated day, or after a window's last, is the first on which it is too late."""
    past = Past(stream)
    duty = given(stream, past.given, past.due(deadline)).when(missing()).then(missed(stream, deadline))
    assert duty.state is State.DEVIATION


@every_stream
def test_looking_on_the_day_itself_or_again_records_nothing(stream: type[Duty]) -> None:
    """It is not late before the day is over, and each version is missed once."""
    past = Past(stream)
    standing = given(stream, past.given, past.due(JUNE))
    standing.when(missing(today=dt.date(2026, 6, 1))).then_nothing()
    given(stream, past.given, past.due(JUNE), missed(stream)).when(missing()).then_nothing()


@every_stream
@pytest.mark.parametrize("deadline", [undated(), on("2026-06-01", tentative=True), on("2026-03-01")])
def test_passing_what_was_no_firm_day_ahead_records_nothing(
    stream: type[Duty], deadline: DeadlineFact
) -> None:
    """Open and tentative ones are not missed, nor is what was past when recorded (2 March)."""
    past = Past(stream)
    given(stream, past.given, past.due(deadline)).when(missing()).then_nothing()


@every_stream
def test_passing_a_deadline_recorded_on_its_own_day_is_missed(stream: type[Duty]) -> None:
    """Recorded on the day, it could still be met."""
    past = Past(stream)
    today = on("2026-03-02")
    given(stream, past.given, past.due(today)).when(missing()).then(missed(stream, today))


@every_stream
def test_passing_a_moved_deadline_is_missed_under_its_own_number(stream: type[Duty]) -> None:
    """Moving gives a new version; each is missed by itself."""
    past = Past(stream)
    july = on("2026-07-01")
    moved = given(stream, past.given, past.due(JUNE), missed(stream), past.moved(july))
    moved.when(missing(today=LATER)).then_nothing()
    moved.when(missing(today=dt.date(2026, 7, 2))).then(missed(stream, july, number=2))


@every_stream
def test_passing_when_nothing_is_owed_records_nothing(stream: type[Duty]) -> None:
    """Delivered, withdrawn and carried over are never missed; nor is what passed while it was so."""
    past = Past(stream)
    june = (past.given, past.due(JUNE))
    for end in (past.delivered(), past.withdrawn, past.carried_over):
        given(stream, *june, end).when(missing()).then_nothing()
    withdrawn = given(stream, *june, past.withdrawn).aggregate
    withdrawn.reopen("", dt.date(2026, 6, 20), "Likevel", "", STAMP)
    before = len(withdrawn.pending_events)
    withdrawn.miss("", dt.date(2026, 6, 21), CLOCK)
    assert len(withdrawn.pending_events) == before


@every_stream
def test_returning_what_was_delivered_in_time_after_the_day_misses_nothing(stream: type[Duty]) -> None:
    """What comes back in June was not late in March; what comes back before the day still can be."""
    past = Past(stream)
    early = given(stream, past.given, past.due(on("2026-03-01")), past.delivered(), past.returned())
    early.when(missing()).then_nothing()
    back = given(stream, past.given, past.due(JUNE), past.delivered(), past.returned())
    back.when(missing()).then(missed(stream))


def test_holding_a_meeting_late_is_never_missed() -> None:
    """A meeting whose day passed waits for its minutes, not for an alarm."""
    past = Past(STREAMS[2])
    meeting = told(past.given.kind, **{**past.given.fields, "kind": "meeting"})
    given(STREAMS[2], meeting, past.due(JUNE)).when(missing()).then_nothing()


@every_stream
def test_reporting_a_deviation_records_it_and_closing_returns_the_duty(stream: type[Duty]) -> None:
    """Closed, it is where it was: given, or in progress where work began meanwhile."""
    past = Past(stream)
    duty = given(stream, past.given, past.due(JUNE), past.reported()).aggregate
    assert duty.state is State.DEVIATION
    duty.close_deviation(None, DAY, "Tatt igjen", STAMP)
    assert duty.state is State.GIVEN
    begun = given(stream, past.given, past.due(JUNE), past.reported(), past.started).aggregate
    assert begun.state is State.DEVIATION
    begun.close_deviation(1, DAY, "Tatt igjen", STAMP)
    assert begun.state is State.IN_PROGRESS


@every_stream
def test_reporting_without_cause_or_consequence_is_refused(stream: type[Duty]) -> None:
    """A deviation has both."""
    standing = given(stream, Past(stream).given)
    standing.when(reporting(cause=" ")).then_refused(refusals.DescriptionMissing)
    standing.when(reporting(consequence="")).then_refused(refusals.DescriptionMissing)


@every_stream
def test_reporting_on_what_has_ended_is_refused_and_on_what_is_delivered_is_not(stream: type[Duty]) -> None:
    """What is found out after delivery is a deviation too, and leaves the duty delivered."""
    past = Past(stream)
    given(stream, past.given, past.withdrawn).when(reporting()).then_refused(refusals.AlreadyWithdrawn)
    given(stream, past.given, past.carried_over).when(reporting()).then_refused(refusals.CarriedOver)
    delivered = given(stream, past.given, past.due(JUNE), past.delivered()).when(reporting())
    assert delivered.refusal is None
    assert delivered.aggregate.state is State.DELIVERED


@every_stream
def test_reporting_on_a_part_that_is_not_there_is_refused(stream: type[Duty]) -> None:
    """A deviation is about the whole or about one of the parts."""
    past = Past(stream)
    parts = (past.due(JUNE, "Del 1"), past.due(JUNE, "Del 2"))
    given(stream, past.given, *parts).when(reporting("Del 3")).then_refused(refusals.UnknownPart)
    whole = given(stream, past.given, *parts).when(reporting()).aggregate
    assert whole.deviation(1).part == ""


@every_stream
def test_describing_what_the_clock_opened_keeps_what_is_not_said(stream: type[Duty]) -> None:
    """None leaves the words; the first words must be both."""
    past = Past(stream)
    late = given(stream, past.given, past.due(JUNE), missed(stream))
    late.when(lambda d: d.describe_deviation(None, "Sykdom", None, None, STAMP)).then_refused(
        refusals.DescriptionMissing
    )
    duty = late.aggregate
    duty.describe_deviation(None, "Sykdom", "To uker", None, STAMP)
    duty.describe_deviation(None, None, None, True, STAMP)
    found = duty.deviation(None)
    assert (found.cause, found.consequence, found.material) == ("Sykdom", "To uker", True)
    assert not duty.untouched_deviations("")


@every_stream
def test_telling_the_ministry_twice_alike_does_nothing(stream: type[Duty]) -> None:
    """A repeated command is safe; how it was told is required."""
    past = Past(stream)
    duty = given(stream, past.given, past.reported(material=True)).aggregate
    with pytest.raises(refusals.HowMissing):
        duty.tell_ministry(None, DAY, " ", "", STAMP)
    duty.tell_ministry(None, DAY, "e-post", "26/101-3", STAMP)
    duty.tell_ministry(None, DAY, "e-post", "26/101-3", STAMP)
    assert len(duty.pending_events) == 1


@every_stream
def test_closing_twice_does_nothing_and_going_on_after_it_is_refused(stream: type[Duty]) -> None:
    """A closed deviation is over; what is found out later is a new one."""
    past = Past(stream)
    closed = given(stream, past.given, past.reported(), past.closed())
    closed.when(lambda d: d.close_deviation(None, DAY, "Tatt igjen", STAMP)).then_nothing()
    closed.when(lambda d: d.close_deviation(None, DAY, "Annet", STAMP)).then_refused(
        refusals.DeviationIsClosed
    )
    closed.when(lambda d: d.tell_ministry(1, DAY, "e-post", "", STAMP)).then_refused(
        refusals.DeviationIsClosed
    )


@every_stream
def test_closing_is_allowed_after_the_duty_has_ended(stream: type[Duty]) -> None:
    """What stood open when the duty was withdrawn can still be rounded off."""
    past = Past(stream)
    duty = given(stream, past.given, past.reported(), past.withdrawn).aggregate
    duty.close_deviation(None, DAY, "Oppdraget falt bort", STAMP)
    assert duty.state is State.WITHDRAWN


@every_stream
def test_naming_no_deviation_where_several_are_open_is_refused(stream: type[Duty]) -> None:
    """One is chosen by its number; one that is not there is refused with how many there are."""
    past = Past(stream)
    two = given(stream, past.given, past.due(JUNE), past.reported(), missed(stream))
    refusal = two.when(lambda d: d.close_deviation(None, DAY, "X", STAMP)).then_refused(
        refusals.SeveralDeviations
    )
    assert refusal.facts["numbers"] == "1, 2"
    two.when(lambda d: d.close_deviation(3, DAY, "X", STAMP)).then_refused(refusals.NoSuchDeviation)
    two.when(lambda d: d.close_deviation(UUID(int=1), DAY, "X", STAMP)).then_refused(refusals.NoSuchDeviation)
    given(stream, past.given).when(lambda d: d.close_deviation(None, DAY, "X", STAMP)).then_refused(
        refusals.NoDeviation
    )
    two.aggregate.close_deviation(2, DAY, "X", STAMP)
    assert two.aggregate.state is State.DEVIATION

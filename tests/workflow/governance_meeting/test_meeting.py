"""What a meeting decides: place, agenda, minutes, decisions."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from events.vocabulary import governance_meeting as event
from tests.kit.duties import Past, on, window
from tests.kit.given import STAMP, Told, given, told
from workflow.duty.refusals import AlreadyAccepted, AlreadyDelivered, AlreadyWithdrawn
from workflow.governance_meeting import refusals
from workflow.governance_meeting.governance_meeting import GovernanceMeeting

PAST = Past(GovernanceMeeting)
PLANNED = (PAST.given, PAST.due(on("2026-10-14")))
HELD = (*PLANNED, PAST.delivered())
TEN, TWELVE = dt.time(10), dt.time(12)
SETTLED_ON = dt.date(2026, 3, 1)
TASK = UUID("9d0cbb6e-2a53-5a0c-9b62-5a4e7f0c3d11")


def arranged(place: str = "Rom 3", starts: dt.time | None = TEN, ends: dt.time | None = TWELVE) -> Told:
    """It has place and times."""
    return told(event.MeetingArranged, place=place, starts_at=starts, ends_at=ends)


def settled(agenda: str = "1. Risiko") -> Told:
    """Its agenda is settled."""
    return told(event.AgendaSettled, settled_on=SETTLED_ON, agenda=agenda, reference="26/118-3")


def decided(number: int = 1, text: str = "Ordningen utredes", duty: UUID | None = None) -> Told:
    """It decided something."""
    return told(event.DecisionRecorded, number=number, text=text, duty=duty)


def test_arranging_records_place_and_times() -> None:
    """Where, and between which times of its day."""
    meeting = given(GovernanceMeeting, *PLANNED).when(lambda one: one.arrange("Rom 3", TEN, TWELVE, STAMP))
    meeting.then(arranged())


def test_arranging_the_same_again_does_nothing() -> None:
    """A repeated command is safe."""
    past = given(GovernanceMeeting, *PLANNED, arranged())
    past.when(lambda one: one.arrange("Rom 3", TEN, TWELVE, STAMP)).then_nothing()


@pytest.mark.parametrize(("starts", "ends"), [(TWELVE, TEN), (TEN, TEN), (None, TEN)])
def test_arranging_an_end_before_the_start_is_refused(starts: dt.time | None, ends: dt.time) -> None:
    """A meeting ends after it starts."""
    past = given(GovernanceMeeting, *PLANNED)
    past.when(lambda one: one.arrange("", starts, ends, STAMP)).then_refused(refusals.EndsBeforeStart)


def test_arranging_after_it_was_held_is_refused() -> None:
    """What is over is not arranged."""
    past = given(GovernanceMeeting, *HELD)
    past.when(lambda one: one.arrange("Rom 3", TEN, None, STAMP)).then_refused(AlreadyDelivered)


def test_settling_the_agenda_records_it_and_a_better_one_too() -> None:
    """The agenda may be settled anew; the earlier one stays in the trail."""
    past = given(GovernanceMeeting, *PLANNED, settled())
    again = past.when(lambda one: one.settle_agenda("1. Budsjett", SETTLED_ON, "26/118-3", STAMP))
    assert again.then(settled("1. Budsjett")).arrangements.agenda == "1. Budsjett"


def test_settling_the_same_agenda_again_does_nothing() -> None:
    """A repeated command is safe."""
    past = given(GovernanceMeeting, *PLANNED, settled())
    past.when(lambda one: one.settle_agenda("1. Risiko", SETTLED_ON, "26/118-3", STAMP)).then_nothing()


def test_settling_an_empty_agenda_is_refused() -> None:
    """An agenda says what the meeting is about."""
    past = given(GovernanceMeeting, *PLANNED)
    past.when(lambda one: one.settle_agenda(" ", SETTLED_ON, "", STAMP)).then_refused(
        refusals.NothingOnAgenda
    )


def test_settling_the_agenda_of_a_cancelled_meeting_is_refused() -> None:
    """What is off has no agenda."""
    past = given(GovernanceMeeting, *PLANNED, PAST.withdrawn)
    past.when(lambda one: one.settle_agenda("1.", SETTLED_ON, "", STAMP)).then_refused(AlreadyWithdrawn)


def test_drafting_minutes_when_it_was_held_records_them() -> None:
    """Minutes are drafted before they are approved."""
    day = dt.date(2026, 3, 2)
    drafted = told(event.MinutesDrafted, drafted_on=day, reference="26/118-4")
    past = given(GovernanceMeeting, *HELD)
    past.when(lambda one: one.draft_minutes(day, "26/118-4", STAMP)).then(drafted)
    given(GovernanceMeeting, *HELD, drafted).when(
        lambda one: one.draft_minutes(day, "26/118-4", STAMP)
    ).then_nothing()


def test_drafting_minutes_before_it_was_held_is_refused() -> None:
    """There is nothing to write yet."""
    past = given(GovernanceMeeting, *PLANNED)
    past.when(lambda one: one.draft_minutes(SETTLED_ON, "", STAMP)).then_refused(refusals.MeetingNotHeld)


def test_drafting_minutes_that_were_approved_is_refused() -> None:
    """Approved minutes stand."""
    past = given(GovernanceMeeting, *HELD, PAST.accepted)
    past.when(lambda one: one.draft_minutes(SETTLED_ON, "", STAMP)).then_refused(AlreadyAccepted)


def test_deciding_numbers_the_decisions_in_order() -> None:
    """Each has a number of its own, also after the minutes were approved."""
    past = given(GovernanceMeeting, *HELD, decided(), PAST.accepted)
    past.when(lambda one: one.decide("Fristen utsettes", None, STAMP)).then(decided(2, "Fristen utsettes"))


def test_deciding_the_same_words_again_does_nothing() -> None:
    """The same words are the same decision."""
    past = given(GovernanceMeeting, *HELD, decided(duty=TASK))
    past.when(lambda one: one.decide("Ordningen utredes", None, STAMP)).then_nothing()
    past.when(lambda one: one.decide("Ordningen utredes", TASK, STAMP)).then_nothing()


def test_deciding_that_it_became_an_assignment_keeps_its_number() -> None:
    """A decision may get its assignment later."""
    past = given(GovernanceMeeting, *HELD, decided())
    past.when(lambda one: one.decide("Ordningen utredes", TASK, STAMP)).then(decided(duty=TASK))


def test_deciding_before_it_was_held_is_refused() -> None:
    """Decisions are of a meeting that was held."""
    past = given(GovernanceMeeting, *PLANNED)
    past.when(lambda one: one.decide("Noe", None, STAMP)).then_refused(refusals.MeetingNotHeld)


def test_deciding_nothing_is_refused() -> None:
    """A decision has words."""
    past = given(GovernanceMeeting, *HELD)
    past.when(lambda one: one.decide("  ", None, STAMP)).then_refused(refusals.NothingDecided)


def test_a_window_is_no_day_of_a_meeting() -> None:
    """Until the day is set there is none."""
    meeting = given(GovernanceMeeting, PAST.given, PAST.due(window("2026-10-01", "2026-10-31"))).aggregate
    assert meeting.day is None

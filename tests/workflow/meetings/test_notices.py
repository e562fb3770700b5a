"""What is said of a meeting, to whom and when: agenda, minutes, invitations."""

from __future__ import annotations

from typing import Any

from projections.engine.duty.state import Attendee, Duty, Meeting
from tests.workflow.notices.made import (
    CONTROLLER,
    OWNER,
    SECOND_CONTROLLER,
    around,
    day,
    deadline,
    duty,
    moment,
    move,
    told,
    undated,
)
from workflow.notices.hours import ALERTS_FROM, DAY_FROM
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.catalogue import PLANNERS
from workflow.notices.planning.surroundings import Surroundings

YEAR = around("2026-01-05", "2026-12-31")


def meeting(*days: Any, **about: Any) -> Duty:
    """Give a meeting of the owner's that had these days, in order."""
    made = duty(*(days or ("2026-10-14",)), name="M-1", kind="meeting", stream="governance-meeting")
    made.meeting = Meeting(**about)
    return made


def invited(at: str, sequence: int = 1, *people: str, **about: Any) -> Duty:
    """Give a meeting to which these are invited since a moment."""
    attendees = {one: Attendee(one) for one in people or ("p-1", "p-2")}
    return meeting(sequence=sequence, invited_at=moment(at), attendees=attendees, **about)


def planned(kind: Kind, made: Duty, here: Surroundings = YEAR) -> list[Planned]:
    """Plan one kind."""
    return list(PLANNERS[kind](made, here))


def test_an_agenda_that_is_not_settled_is_reminded_of_and_called_for_a_week_before() -> None:
    """Ten working days before to the owner, a week before to the controllers too."""
    assert told(planned(Kind.AGENDA, meeting())) == [
        ("2026-09-30", "-10", OWNER),
        ("2026-10-07", "week", CONTROLLER),
        ("2026-10-07", "week", OWNER),
        ("2026-10-07", "week", SECOND_CONTROLLER),
    ]


def test_the_last_call_falls_before_a_holiday_that_is_a_week_before() -> None:
    """A week before 13 April 2026 is Easter Monday: the last working day before it is Wednesday."""
    assert told(planned(Kind.AGENDA, meeting("2026-04-13")))[-1][0] == "2026-04-01"


def test_a_settled_agenda_is_not_called_for() -> None:
    """It is done."""
    assert not planned(Kind.AGENDA, meeting(agenda="1.", agenda_settled_on=day("2026-09-01")))


def test_a_meeting_called_within_the_week_is_asked_for_its_agenda_at_once() -> None:
    """The week has begun already; it says so once, on the next working day."""
    soon = move(duty(name="M-1", kind="meeting"), "2026-10-14", moment("2026-10-10 12:00"))
    assert {one[:2] for one in told(planned(Kind.AGENDA, soon))} == {("2026-10-12", "week")}


def test_a_meeting_without_a_day_or_that_was_held_has_no_agenda_to_settle() -> None:
    """There is nothing to count from, or nothing left to prepare."""
    assert not planned(Kind.AGENDA, meeting(undated()))
    held = meeting()
    held.parts[""].delivered_on, held.state = day("2026-10-14"), "delivered"
    assert not planned(Kind.AGENDA, held)


def test_moving_the_meeting_makes_the_calls_new_ones() -> None:
    """Another day is another version, so that it is said again in its time."""
    moved = meeting("2026-10-14", "2026-11-18")
    assert {one.notice.version for one in planned(Kind.AGENDA, moved)} == {"2"}
    assert {one[0] for one in told(planned(Kind.AGENDA, moved))} == {"2026-11-04", "2026-11-11"}


def test_a_meeting_that_passed_without_a_word_is_asked_about() -> None:
    """The next working day, its owner is asked whether it was held."""
    assert told(planned(Kind.MINUTES, meeting("2026-10-16"))) == [("2026-10-19", "held", OWNER)]


def test_a_meeting_that_was_past_when_it_was_recorded_is_not_asked_about() -> None:
    """Whoever records last year's meeting knows how it went."""
    late = move(duty(name="M-1", kind="meeting"), "2026-01-12", moment("2026-02-02 12:00"))
    assert not planned(Kind.MINUTES, late)


def test_a_meeting_without_minutes_is_reminded_of_twice() -> None:
    """Five working days after to the owner, ten to the controllers too; then no more."""
    held = meeting()
    held.parts[""].delivered_on = held.delivered_on = day("2026-10-14")
    held.state = "delivered"
    assert told(planned(Kind.MINUTES, held)) == [
        ("2026-10-21", "+5", OWNER),
        ("2026-10-28", "+10", CONTROLLER),
        ("2026-10-28", "+10", OWNER),
        ("2026-10-28", "+10", SECOND_CONTROLLER),
    ]
    assert held.meeting is not None
    held.meeting.minutes_drafted_on = day("2026-10-20")
    assert not planned(Kind.MINUTES, held)


def test_an_invitation_goes_at_once_to_everyone_invited() -> None:
    """On a working day from six; the sequence is what is said once."""
    found = planned(Kind.INVITATION, invited("2026-09-01 12:00", 3))
    assert told(found) == [("2026-09-01", "request", "p-1"), ("2026-09-01", "request", "p-2")]
    assert {(one.notice.version, one.not_before) for one in found} == {("3", ALERTS_FROM)}


def test_an_invitation_of_a_saturday_waits_for_monday() -> None:
    """Nothing is sent on a day off."""
    found = planned(Kind.INVITATION, invited("2026-09-05 12:00"))
    assert {(one.notice.due_on, one.not_before) for one in found} == {(day("2026-09-07"), DAY_FROM)}


def test_a_cancellation_keeps_its_day_and_number_when_the_others_are_told_more() -> None:
    """Whoever was uninvited on Tuesday is told of Tuesday, whatever happens on Thursday."""
    made = invited(
        "2026-09-03 12:00", 3, "p-2", uninvited={"p-1": 2}, uninvited_at={"p-1": moment("2026-09-01 12:00")}
    )
    assert told(planned(Kind.INVITATION, made)) == [
        ("2026-09-01", "cancel", "p-1"),
        ("2026-09-03", "request", "p-2"),
    ]
    assert {(one.notice.step, one.notice.version) for one in planned(Kind.INVITATION, made)} == {
        ("cancel", "2"),
        ("request", "3"),
    }


def test_a_cancelled_meeting_still_tells_those_who_were_invited() -> None:
    """The end is told after the end."""
    off = meeting(sequence=2, invited_at=moment("2026-09-01 12:00"), uninvited={"p-1": 2},
                  uninvited_at={"p-1": moment("2026-09-01 12:00")})  # fmt: skip
    off.state = "withdrawn"
    assert told(planned(Kind.INVITATION, off)) == [("2026-09-01", "cancel", "p-1")]


def test_nobody_is_invited_to_a_day_that_has_passed() -> None:
    """After downtime there is nothing left to come to."""
    here = around("2026-10-15", "2026-12-31", first=day("2026-09-01"))
    assert not planned(Kind.INVITATION, invited("2026-09-01 12:00"), here)


def test_a_meeting_that_nobody_is_invited_to_sends_nothing() -> None:
    """Most meetings are called otherwise."""
    assert not planned(Kind.INVITATION, meeting())
    assert not planned(Kind.INVITATION, duty(deadline("2026-10-14")))

from __future__ import annotations

from collections.abc import Iterable

import pytest

from projections.engine.duty.state import Duty
from tests.workflow.notices.made import (
    CONTROLLER,
    DIRECTOR,
    MANAGER,
    OWNER,
    SECOND_CONTROLLER,
    around,
    day,
    deadline,
    deviate,
    duty,
    measure,
    miss,
    moment,
    move,
    told,
    undated,
)
from workflow.notices.hours import ALERTS_FROM, DAY_FROM
from workflow.notices.ladder import ladder
from workflow.notices.model import Kind, Planned
from workflow.notices.planning.catalogue import PLANNERS
from workflow.notices.planning.surroundings import Surroundings
from workflow.notices.rules.in_force import RulesInForce

YEAR = around("2026-01-05", "2026-12-31")


def _planned(kind: Kind, made: Duty, here: Surroundings = YEAR) -> list[Planned]:
    return list(PLANNERS[kind](made, here))


def _steps(planned: Iterable[Planned]) -> list[str]:
    return [each.notice.step for each in planned]


def test_reminding_of_a_deadline_follows_the_ladder_up_the_line() -> None:
    """Twenty, ten, five, one and no days before; one, three and five after, ending at the director."""
    assert told(_planned(Kind.DEADLINE, duty("2026-03-16"))) == [
        ("2026-02-16", "-20", OWNER),
        ("2026-03-02", "-10", OWNER),
        ("2026-03-09", "-5", OWNER),
        ("2026-03-13", "-1", OWNER),
        ("2026-03-16", "0", OWNER),
        ("2026-03-17", "+1", OWNER),
        ("2026-03-19", "+3", MANAGER),
        ("2026-03-23", "+5", DIRECTOR),
    ]


def test_a_step_before_the_deadline_was_recorded_never_falls() -> None:
    """A letter that comes in late sends no reminders of the weeks before it came."""
    late = move(duty(), "2026-03-16", moment("2026-03-05 10:00"))
    assert _steps(_planned(Kind.DEADLINE, late)) == ["-5", "-1", "0", "+1", "+3", "+5"]


def test_what_was_past_when_it_was_recorded_is_not_spoken_of() -> None:
    """It is shown as overdue; nobody is alarmed by what they just wrote down themselves."""
    late = move(duty(), "2026-03-16", moment("2026-03-17 10:00"))
    assert _planned(Kind.DEADLINE, late) == []


def test_a_moved_deadline_has_its_new_ladder_and_not_the_old() -> None:
    """The old day is not spoken of again, and the new one is told from when it was known."""
    moved = move(duty("2026-03-16"), "2026-06-15", moment("2026-03-10 10:00"))
    planned = _planned(Kind.DEADLINE, moved)
    assert {each.notice.version for each in planned} == {"2"}
    assert min(each.notice.due_on for each in planned) == day("2026-05-15")


@pytest.mark.parametrize("state", ["delivered", "accepted", "withdrawn", "carried_over"])
def test_what_is_delivered_or_ended_is_never_reminded(state: str) -> None:
    """Nothing is left to deliver."""
    done = duty("2026-03-16", state=state)
    assert not _planned(Kind.DEADLINE, done)
    assert not _planned(Kind.MISSED, done)


def test_of_two_parts_only_the_undelivered_is_reminded() -> None:
    """Each part has a deadline of its own."""
    made = duty()
    move(made, "2026-03-16", moment("2026-01-05 10:00"), "Del 1")
    move(made, "2026-06-15", moment("2026-01-05 10:00"), "Del 2")
    made.parts["Del 1"].delivered_on = day("2026-02-02")
    assert {each.notice.subject for each in _planned(Kind.DEADLINE, made)} == {"Del 2"}


def test_a_returned_part_is_reminded_again() -> None:
    """What the ministry sent back is owed again."""
    made = duty("2026-03-16", state="in_progress")
    made.parts[""].returned = True
    assert _steps(_planned(Kind.DEADLINE, made))[-1] == "+5"


def test_a_part_returned_after_its_day_has_no_steps_made_up() -> None:
    """It was delivered when they fell; what falls from the return on is said."""
    made = duty("2026-03-16", state="in_progress")
    made.parts[""].returned, made.parts[""].returned_at = True, moment("2026-03-18 10:00")
    assert _steps(_planned(Kind.DEADLINE, made)) == ["+3", "+5"]


def test_a_tentative_deadline_is_spoken_of_until_its_day() -> None:
    """Nobody is late for a day that is not settled."""
    assert _steps(_planned(Kind.DEADLINE, duty(deadline("2026-03-16", tentative=True))))[-1] == "0"


def test_a_meeting_is_spoken_of_before_its_day_only() -> None:
    """After it the minutes are asked for, whatever ladder was set."""
    meeting = duty("2026-03-16", kind="meeting")
    assert _steps(_planned(Kind.DEADLINE, meeting)) == ["-10", "-5", "-1"]
    rules = RulesInForce({("", None): ladder(-3, 0, 1)})
    assert _steps(_planned(Kind.DEADLINE, meeting, around("2026-01-05", "2026-12-31", rules=rules))) == [
        "-3",
        "0",
    ]


def test_a_ladder_of_the_duty_s_own_goes_before_its_kind_s() -> None:
    """One duty may be left in peace, or be minded more closely, than its kind."""
    made = duty("2026-03-16")
    rules = RulesInForce({("assignment", None): ladder(-2), ("", made.id): ladder(-3)})
    here = around("2026-01-05", "2026-12-31", rules=rules)
    assert _steps(_planned(Kind.DEADLINE, made, here)) == ["-3"]
    other = duty("2026-03-16", name="2026-03")
    assert _steps(_planned(Kind.DEADLINE, other, here)) == ["-2"]


def test_a_missed_deadline_alerts_the_manager_and_every_controller() -> None:
    """At once: the clock saw it a minute past midnight, and offices open at seven."""
    made = duty("2026-03-16")
    miss(made, moment("2026-03-17 00:01"))
    planned = _planned(Kind.MISSED, made)
    assert told(planned) == [
        ("2026-03-17", "alert", CONTROLLER),
        ("2026-03-17", "alert", MANAGER),
        ("2026-03-17", "alert", SECOND_CONTROLLER),
    ]
    assert {each.not_before for each in planned} == {DAY_FROM}


def test_a_deadline_missed_before_a_weekend_is_alerted_on_the_monday() -> None:
    """Nothing is sent on a day that is no working day."""
    made = duty("2026-03-13")
    miss(made, moment("2026-03-14 00:01"))
    assert {each.notice.due_on for each in _planned(Kind.MISSED, made)} == {day("2026-03-16")}


def test_a_deadline_to_come_is_foreseen_as_missed_in_the_plan() -> None:
    """The list of what will be sent says what happens if nobody delivers."""
    foreseen = _planned(Kind.MISSED, duty("2026-03-13"))
    assert {each.notice.due_on for each in foreseen} == {day("2026-03-16")}
    assert {each.not_before for each in foreseen} == {ALERTS_FROM}


@pytest.mark.parametrize("kind", ["assignment", "meeting"])
def test_a_deadline_that_passed_unrecorded_is_not_foreseen(kind: str) -> None:
    """Only the clock says that a deadline was missed; a meeting's day is never missed."""
    made = duty("2026-03-13", kind=kind)
    assert not _planned(Kind.MISSED, made, around("2026-03-14", "2026-12-31"))


def test_moving_a_missed_deadline_ends_its_alert() -> None:
    """The new day is not missed yet."""
    made = duty("2026-03-13")
    miss(made, moment("2026-03-14 00:01"))
    move(made, "2026-05-04", moment("2026-03-14 10:00"))
    assert {each.notice.due_on for each in _planned(Kind.MISSED, made)} == {day("2026-05-05")}


def test_a_missed_deadline_that_was_closed_before_its_alert_has_none() -> None:
    """Over the weekend somebody found that it was delivered after all, and said so."""
    made = duty("2026-03-13")
    miss(made, moment("2026-03-14 00:01")).closed_on = day("2026-03-15")
    assert not _planned(Kind.MISSED, made)


def test_an_impossible_deadline_has_no_ladder() -> None:
    """31 June is a question to the ministry, not a day."""
    assert not _planned(Kind.DEADLINE, duty(deadline("2026-06-30", impossible=True)))


def test_a_reported_deviation_alerts_at_once_in_working_hours() -> None:
    """Manager and controllers hear of it the same hour, on the evening of a working day too."""
    made = duty("2026-06-15")
    deviate(made, moment("2026-03-17 21:30"))
    planned = _planned(Kind.DEVIATION, made)
    assert {each.notice.recipient for each in planned} == {MANAGER, CONTROLLER, SECOND_CONTROLLER}
    assert {(each.notice.due_on, each.not_before) for each in planned} == {(day("2026-03-17"), ALERTS_FROM)}


def test_a_deviation_reported_at_night_waits_for_seven() -> None:
    """Nobody's telephone rings at night."""
    made = duty("2026-06-15")
    deviate(made, moment("2026-03-17 22:00"))
    planned = _planned(Kind.DEVIATION, made)
    assert {(each.notice.due_on, each.not_before) for each in planned} == {(day("2026-03-18"), DAY_FROM)}


def test_a_closed_deviation_and_a_missed_deadline_have_no_alert_of_this_kind() -> None:
    """What is over needs none, and a missed deadline has its own."""
    made = duty("2026-03-16")
    miss(made, moment("2026-03-17 00:01"))
    deviate(made, moment("2026-03-17 09:00"), closed_on=day("2026-03-17"))
    assert not _planned(Kind.DEVIATION, made)


def _material(at: str, **more: object) -> list[Planned]:
    made = duty("2026-06-15")
    deviate(made, moment(at), material=True, material_since=moment(at), **more)
    return _planned(Kind.STRAKS, made)


def test_a_material_deviation_untold_for_a_working_day_reaches_the_director() -> None:
    """«Straks» is one working day; then the director and every controller hear of it, once."""
    planned = _material("2026-03-17 10:20")
    assert told(planned) == [
        ("2026-03-18", "1", CONTROLLER),
        ("2026-03-18", "1", DIRECTOR),
        ("2026-03-18", "1", SECOND_CONTROLLER),
    ]
    assert {f"{each.not_before:%H:%M}" for each in planned} == {"10:20"}


@pytest.mark.parametrize(
    ("reported", "escalates"),
    [
        ("2026-03-20 15:00", ("2026-03-23", "15:00")),
        ("2026-03-20 21:00", ("2026-03-23", "16:00")),
        ("2026-03-21 12:00", ("2026-03-24", "07:00")),
        ("2026-03-31 10:00", ("2026-04-01", "10:00")),
        ("2026-04-01 10:00", ("2026-04-07", "10:00")),
    ],
)
def test_the_working_day_of_straks_is_a_whole_one(reported: str, escalates: tuple[str, str]) -> None:
    """Friday's is over on Monday, Saturday's begins on Monday, and Easter stands between."""
    assert {(str(each.notice.due_on), f"{each.not_before:%H:%M}") for each in _material(reported)} == {
        escalates
    }


def test_a_material_deviation_that_the_ministry_was_told_of_does_not_escalate() -> None:
    """Telling is the step that is followed up."""
    assert not _material("2026-03-17 10:20", told_on=day("2026-03-18"))


def test_a_measure_is_reminded_like_a_duty_to_whoever_carries_it_out() -> None:
    """Five and one before, on the day, one after, and then one level up."""
    made = duty("2026-06-15")
    deviate(made, moment("2026-03-17 10:00")).measures[1] = measure("2026-04-20")
    planned = _planned(Kind.MEASURE, made)
    assert [(each.notice.step, each.notice.recipient) for each in planned] == [
        ("-5", "p-other"),
        ("-1", "p-other"),
        ("0", "p-other"),
        ("+1", "p-other"),
        ("+3", MANAGER),
    ]
    assert {each.notice.subject.partition("/")[2] for each in planned} == {"1"}


def test_a_measure_that_is_done_dropped_or_of_a_closed_deviation_is_silent() -> None:
    """Only what is still to be carried out is spoken of."""
    made = duty("2026-06-15")
    found = deviate(made, moment("2026-03-17 10:00"))
    found.measures[1] = measure("2026-04-20", completed_on=day("2026-04-01"))
    found.measures[2] = measure("2026-04-20", 2, dropped="Ikke lenger nødvendig")
    assert not _planned(Kind.MEASURE, made)
    found.measures[3] = measure("2026-04-20", 3)
    assert _planned(Kind.MEASURE, made)
    found.closed_on = day("2026-03-20")
    assert not _planned(Kind.MEASURE, made)


def test_an_open_deadline_is_chased_after_ten_days_and_then_every_twenty() -> None:
    """Somebody must ask, and somebody must remember to."""
    planned = _planned(Kind.CHASE, duty(undated()))
    assert told(planned)[:3] == [
        ("2026-01-19", "1", OWNER),
        ("2026-02-16", "2", OWNER),
        ("2026-03-16", "3", OWNER),
    ]


def test_asking_the_ministry_begins_the_chase_anew() -> None:
    """Twenty working days after the last time it was asked."""
    made = duty(undated())
    made.parts[""].inquired_on.append(day("2026-01-26"))
    planned = _planned(Kind.CHASE, made)
    assert told(planned)[0] == ("2026-02-23", "1", OWNER)
    assert planned[0].notice.version == "1.1"


def test_a_deadline_that_got_its_day_is_chased_no_more() -> None:
    """The chase stops when the deadline is set."""
    assert not _planned(Kind.CHASE, move(duty(undated()), "2026-06-15", moment("2026-02-02 10:00")))


@pytest.mark.parametrize("pattern", ["continuous", "on_demand", "at_once"])
def test_what_never_gets_a_day_is_not_chased(pattern: str) -> None:
    """«Løpende» is an answer, not a question."""
    assert not _planned(Kind.CHASE, duty(undated(pattern)))


def test_a_tentative_deadline_is_chased_from_forty_days_before() -> None:
    """Early enough to plan by the answer, late enough to get one."""
    planned = _planned(Kind.CHASE, duty(deadline("2026-06-15", tentative=True)))
    assert planned[0].notice.due_on == day("2026-04-15")


def test_what_was_given_orally_is_followed_up_every_fifth_day_until_it_is_in_writing() -> None:
    """An oral assignment is confirmed in writing as soon as possible."""
    made = duty(orally=True)
    planned = _planned(Kind.ORAL, made, around("2026-01-05", "2026-01-20"))
    assert [(str(each.notice.due_on), each.notice.recipient) for each in planned] == [
        ("2026-01-12", CONTROLLER),
        ("2026-01-12", SECOND_CONTROLLER),
        ("2026-01-19", CONTROLLER),
        ("2026-01-19", SECOND_CONTROLLER),
    ]
    made.confirmed_on = day("2026-01-13")
    assert not _planned(Kind.ORAL, made)

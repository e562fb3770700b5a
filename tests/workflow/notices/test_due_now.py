from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import uuid5

import pytest

from projections.engine.duty.state import Duty
from tests.workflow.notices.made import (
    CONTROLLER,
    DIRECTOR,
    MANAGER,
    OWNER,
    PEOPLE,
    ROOT,
    SECOND_CONTROLLER,
    around,
    as_raised,
    day,
    deadline,
    duty,
    miss,
    moment,
    move,
    staff,
    told,
)
from workflow.directory.line import Line
from workflow.directory.people import Absence
from workflow.notices.gaps import gaps_of
from workflow.notices.model import Kind, Planned, SkipReason
from workflow.notices.planner import beyond, due_now, plan, until_today
from workflow.notices.planning.surroundings import Surroundings
from workflow.notices.rules.in_force import Pause, RulesInForce
from workflow.notices.said import Said
from workflow.notices.working_days import working_days

QUIET = staff(*(replace(one, digest_off=True) for one in PEOPLE))
"""Nobody reads digests, so that a test sees only what it asks for."""


def _due(
    at: str, *duties: Duty, raised: list[Planned] | None = None, here: Surroundings | None = None
) -> list[Planned]:
    """Give what is to be raised at a moment, after what was raised before."""
    now = moment(at)
    here = here or around(at[:10], line=QUIET)
    said = Said(map(as_raised, raised or []), here.today)
    return due_now(until_today(duties, here), here, now, said)


def _going(planned: list[Planned]) -> list[Planned]:
    return [each for each in planned if each.skip is None]


def _skipped(planned: list[Planned]) -> dict[str, SkipReason | None]:
    return {each.notice.step: each.skip for each in planned if each.skip is not None}


@pytest.mark.parametrize(
    "at", ["2026-03-09 06:59", "2026-03-09 22:00", "2026-03-08 12:00", "2026-04-02 12:00"]
)
def test_nothing_is_raised_before_seven_late_at_night_or_on_a_day_off(at: str) -> None:
    """A reminder is for working days, in hours when people read them."""
    assert _due(at, duty("2026-03-16"), duty("2026-04-10", name="x")) == []


def test_what_falls_due_is_raised_once() -> None:
    """Raised before, it is not raised again, whatever became of it."""
    first = _due("2026-03-09 07:00", duty("2026-03-16", created_at=moment("2026-03-09 06:00")))
    assert [each.notice.step for each in _going(first)] == ["-5"]
    assert _due("2026-03-09 07:01", duty("2026-03-16"), raised=first) == []


def test_after_downtime_only_the_latest_step_goes() -> None:
    """Three days down over two steps: the owner gets one reminder, and the other is kept as overtaken."""
    planned = _due("2026-03-16 09:00", duty("2026-03-16"))
    assert [each.notice.step for each in _going(planned)] == ["0"]
    assert _skipped(planned) == dict.fromkeys(["-20", "-10", "-5", "-1"], SkipReason.OVERTAKEN)


def test_what_a_later_step_overtakes_waits_for_the_later_step_s_hour() -> None:
    """At half past six on the day nothing goes, and nothing is written off either."""
    assert _due("2026-03-16 06:30", duty("2026-03-16")) == []


def test_a_step_of_yesterday_goes_today_where_nothing_overtook_it() -> None:
    """Downtime delays a notice; it never loses it."""
    planned = _due("2026-03-12 07:00", duty("2026-03-16"))
    assert [each.notice.step for each in _going(planned)] == ["-5"]


def test_a_new_owner_is_not_told_what_the_old_one_was() -> None:
    """A step is said once, whoever owns the duty now."""
    before = _due("2026-03-09 07:00", duty("2026-03-16"))
    assert _due("2026-03-10 07:00", duty("2026-03-16", owner="p-other"), raised=before) == []


def test_an_owner_at_last_is_not_told_what_the_controllers_were() -> None:
    """What was said to the controllers for want of an owner is said."""
    before = _due("2026-03-09 07:00", duty("2026-03-16", owner=""))
    assert {each.notice.recipient for each in _going(before)} == {CONTROLLER, SECOND_CONTROLLER}
    assert _due("2026-03-10 07:00", duty("2026-03-16"), raised=before) == []


def test_a_moved_deadline_does_not_send_its_old_ladder() -> None:
    """The old steps are of another version, and the new ones begin when it was moved."""
    moved = move(duty("2026-03-16"), "2026-03-18", moment("2026-03-10 10:00"))
    assert _due("2026-03-10 12:00", moved) == []
    assert [each.notice.step for each in _going(_due("2026-03-17 12:00", moved))] == ["-1"]


def test_the_director_hears_once_of_what_is_five_days_late() -> None:
    """After the last step there is silence but for digests."""
    made = duty("2026-03-16")
    raised: list[Planned] = []
    for passed in range(5, 60):
        at = day("2026-03-12") + dt.timedelta(days=passed)
        raised += _due(f"{at} 09:00", made, raised=raised)
    steps = [(each.notice.step, each.notice.recipient) for each in _going(raised)]
    assert steps == [("+1", OWNER), ("+3", MANAGER), ("+5", DIRECTOR)]


def test_an_alert_goes_at_six_and_the_reminder_at_seven() -> None:
    """Seen by the clock in the night, an alert goes when offices open; seen at six, at once."""
    made = duty("2026-03-16")
    miss(made, moment("2026-03-17 06:00"))
    early = _going(_due("2026-03-17 06:00", made))
    assert {each.notice.kind for each in early} == {Kind.MISSED}
    later = _due("2026-03-17 07:00", made, raised=early)
    assert [(each.notice.kind, each.notice.recipient) for each in _going(later)] == [(Kind.DEADLINE, OWNER)]


def test_who_is_alerted_is_not_reminded_of_the_same_deadline_that_day() -> None:
    """The controller owns it: the alert says more than the first step after the day."""
    made = duty("2026-03-16", owner=CONTROLLER)
    miss(made, moment("2026-03-17 06:00"))
    planned = _due("2026-03-17 08:00", made)
    assert _skipped(planned)["+1"] is SkipReason.SAID_ALREADY
    assert sum(each.notice.recipient == CONTROLLER for each in _going(planned)) == 1
    alerted = _due("2026-03-17 06:10", made)
    assert _skipped(_due("2026-03-17 07:10", made, raised=alerted))["+1"] is SkipReason.SAID_ALREADY


def test_a_paused_duty_skips_its_reminders_and_sends_its_alerts() -> None:
    """Silence is for what was planned, not for what went wrong."""
    made = duty("2026-03-16")
    miss(made, moment("2026-03-17 06:00"))
    rules = RulesInForce(pauses={(made.id, ""): Pause(day("2026-03-20"), "Avventer brev")})
    planned = _due("2026-03-17 08:00", made, here=around("2026-03-17", line=QUIET, rules=rules))
    assert {each.notice.kind for each in _going(planned)} == {Kind.MISSED}
    assert _skipped(planned)["+1"] is SkipReason.PAUSED


def test_a_pause_includes_its_last_day_and_no_more() -> None:
    """Until and including."""
    made = duty("2026-03-16")
    rules = RulesInForce(pauses={(None, OWNER): Pause(day("2026-03-13"), "Permisjon")})
    last = _due("2026-03-13 08:00", made, here=around("2026-03-13", line=QUIET, rules=rules))
    assert _skipped(last)["-1"] is SkipReason.PAUSED
    after = _due("2026-03-16 08:00", made, raised=last, here=around("2026-03-16", line=QUIET, rules=rules))
    assert [each.notice.step for each in _going(after)] == ["0"]


def test_the_deputy_of_somebody_paused_is_reminded() -> None:
    """Who is on leave is left in peace; who stands in is not."""
    away = Absence(OWNER, day("2026-03-02"), day("2026-03-31"), "p-other")
    rules = RulesInForce(pauses={(None, OWNER): Pause(day("2026-03-31"), "Permisjon")})
    line = staff(*(replace(one, digest_off=True) for one in PEOPLE), away=(away,))
    going = _going(
        _due("2026-03-09 08:00", duty("2026-03-16"), here=around("2026-03-09", line=line, rules=rules))
    )
    assert [(each.notice.recipient, each.notice.instead_of) for each in going] == [("p-other", OWNER)]


def test_quiet_hours_hold_reminders_back_and_let_alerts_through() -> None:
    """Whoever sleeps until nine is reminded at nine, and alerted at six."""
    sleeper = replace(PEOPLE[0], quiet_from=dt.time(20), quiet_to=dt.time(9), digest_off=True)
    boss = replace(PEOPLE[2], quiet_from=dt.time(20), quiet_to=dt.time(9), digest_off=True)
    line = staff(sleeper, boss, *(replace(one, digest_off=True) for one in PEOPLE[3:]))
    made = duty("2026-03-16")
    miss(made, moment("2026-03-17 06:00"))
    early = _going(_due("2026-03-17 08:59", made, here=around("2026-03-17", line=line)))
    assert {each.notice.recipient for each in early} == {MANAGER, CONTROLLER, SECOND_CONTROLLER}
    later = _due("2026-03-17 09:00", made, raised=early, here=around("2026-03-17", line=line))
    assert [each.notice.recipient for each in _going(later)] == [OWNER]


def test_where_there_is_nobody_it_is_skipped_and_kept() -> None:
    """A reminder that nobody could get is a fact too."""
    nobody = Line([])
    planned = _due("2026-03-09 08:00", duty("2026-03-16"), here=around("2026-03-09", line=nobody))
    assert _skipped(planned)["-5"] is SkipReason.NOBODY


def test_a_new_controller_hears_of_this_week_and_not_of_last_year() -> None:
    """What the controllers were told before somebody became one is not repeated to them."""
    made = duty("2026-03-16")
    miss(made, moment("2026-03-17 00:01"))
    before = _due("2026-03-17 08:00", made)
    newcomer = replace(PEOPLE[1], role="controller", digest_off=True)
    line = staff(*(replace(one, digest_off=True) for one in PEOPLE if one.id != newcomer.id), newcomer)
    alerts = [
        [each.notice.recipient for each in _due(at, made, raised=before, here=around(at[:10], line=line))
         if each.notice.kind is Kind.MISSED]
        for at in ("2026-03-24 08:00", "2026-03-25 08:00")
    ]  # fmt: skip
    assert alerts == [["p-other"], []]


def test_a_digest_missed_on_monday_is_made_up_the_same_week_once() -> None:
    """Wednesday after two days down; and not two digests when Monday comes."""
    made, here = duty("2026-03-20"), around("2026-03-11")
    first = [each for each in _due("2026-03-11 09:00", made, here=here) if each.notice.kind is Kind.DIGEST]
    assert {each.notice.version for each in first} == {"2026-W11"}
    again = _due("2026-03-12 09:00", made, raised=first, here=around("2026-03-12"))
    assert Kind.DIGEST not in {each.notice.kind for each in again}


def test_a_plan_lists_each_day_in_order_and_what_will_be_skipped() -> None:
    """The list of what will be sent can be read in advance, with the reasons."""
    made = duty("2026-03-16", owner=CONTROLLER)
    planned = plan([made], around("2026-03-10", "2026-03-20", line=QUIET))
    assert told(planned) == sorted(told(planned), key=lambda one: (one[0], one[2]))
    assert _skipped(planned) == {"+1": SkipReason.SAID_ALREADY}
    assert [each.notice.due_on for each in planned] == sorted(each.notice.due_on for each in planned)


def test_a_plan_shows_the_hour_that_quiet_leaves() -> None:
    """Seven for most, nine for who sleeps until nine."""
    sleeper = replace(PEOPLE[0], quiet_from=dt.time(20), quiet_to=dt.time(9), digest_off=True)
    planned = plan([duty("2026-03-16")], around("2026-03-16", line=staff(sleeper)))
    assert {each.not_before.hour for each in planned if each.notice.recipient == OWNER} == {9}


def test_a_plan_leaves_out_what_was_said() -> None:
    """What went this morning is not listed as still to come."""
    here = around("2026-03-16", "2026-03-17", line=QUIET)
    raised = _due("2026-03-16 08:00", duty("2026-03-16"))
    left = plan([duty("2026-03-16")], here, Said(map(as_raised, raised), here.today))
    assert "0" not in {each.notice.step for each in left}


def test_a_deadline_beyond_the_verified_years_is_named_not_planned() -> None:
    """Nothing is guessed, and nobody waits in vain: the other parts go on."""
    made = duty("2026-03-16")
    far = deadline("2035-06-01").model_copy(
        update={"day": day("2036-06-02"), "working_date": day("2036-06-02")}
    )
    move(made, far, moment("2026-01-05 10:00"), "Del 2")
    planned = plan([made], around("2026-03-16", "2026-03-16", line=QUIET))
    assert {each.notice.subject for each in planned} == {""}
    assert [(duty.reference, year) for duty, year in beyond([made])] == [("2026-02", 2036)]


def test_a_weekly_report_is_reminded_within_its_own_week() -> None:
    """Four weeks of reminders for each week's report would be twenty mails a month."""
    series = uuid5(ROOT, "series")
    mondays = [day("2026-03-02") + dt.timedelta(days=7 * week) for week in range(4)]
    reports = [duty(deadline(monday), name=f"ukestall/{monday}", parent=series) for monday in mondays]
    gaps = gaps_of(reports, working_days())
    assert set(gaps.values()) == {5}
    planned = plan(reports, around("2026-02-23", "2026-03-02", line=QUIET, gaps=gaps))
    assert [each.notice.step for each in planned if each.notice.kind is Kind.DEADLINE] == ["-1", "0"]


def test_what_shares_a_parent_that_is_no_series_keeps_its_ladder() -> None:
    """Papers of one meeting are no rhythm: only a report or meeting that a series opened has a gap."""
    parent = uuid5(ROOT, "meeting")
    papers = [duty(due, name=f"sakspapir {due}", parent=parent) for due in ("2026-03-02", "2026-03-04")]
    assert gaps_of(papers, working_days()) == {}


def test_a_controller_who_heard_it_as_manager_does_not_hear_it_again() -> None:
    """Another manager since makes it no news."""
    made = duty("2026-03-16")
    miss(made, moment("2026-03-17 00:01"))
    boss = replace(PEOPLE[2], role="controller", digest_off=True)
    line = staff(*(replace(one, digest_off=True) for one in PEOPLE if one.id != boss.id), boss)
    before = _due("2026-03-17 06:30", made, here=around("2026-03-17", line=line))
    before += _due("2026-03-17 07:30", made, raised=before, here=around("2026-03-17", line=line))
    assert sum(each.notice.recipient == MANAGER for each in before) == 1
    moved = replace(PEOPLE[0], manager=DIRECTOR, digest_off=True)
    after = staff(*line.people.values(), moved)
    again = _due("2026-03-18 08:00", made, raised=before, here=around("2026-03-18", line=after))
    assert MANAGER not in {each.notice.recipient for each in again}

"""Moving a meeting with all that is counted from its day."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from tests.kit.office import BY
from tests.workflow.meetings.secretariat import FROM, WHY, Secretariat
from workflow.duty.commands import DeliverDuty, PostponeDeadline, WithdrawDuty
from workflow.duty.refusals import AlreadyDelivered, ReasonMissing, SourceMissing
from workflow.meetings.commands import ArrangeMeeting, InviteAttendees, SettleAgenda, TieDeadline
from workflow.meetings.plan import Caution, Stays
from workflow.meetings.refusals import LeavesBehind, MoveNeedsDay, NotAMeeting, NotTied, PlanChanged


def day(text: str) -> dt.date:
    """Read «2026-10-14»."""
    return dt.date.fromisoformat(text)


def tied(office: Secretariat, meeting: UUID, title: str = "Notat", words: str = "dagen før møtet") -> UUID:
    """Give an assignment with a day, and hang it on a meeting."""
    duty = office.given(title, "assignment", "01.10.2026")
    office.do(TieDeadline(duty=duty, meeting=meeting, words=words, reason=WHY, source=FROM, by=BY))
    return duty


def test_planning_a_move_shows_every_date_and_changes_nothing(office: Secretariat) -> None:
    """The meeting, its agenda, and what hangs on it, before and after."""
    meeting = office.given("Høstmøtet")
    paper, duty = office.paper(meeting, "Risiko"), tied(office, meeting)
    position = office.position()
    plan = office.plan(meeting)
    assert (plan.meeting.before.day, plan.meeting.after.day) == (day("2026-10-14"), day("2026-10-21"))
    assert plan.agenda is not None
    assert (plan.agenda.before.day, plan.agenda.after.day) == (day("2026-10-07"), day("2026-10-14"))
    shown = {one.duty: (one.before.day, one.after.day) for one in plan.dependents}
    assert shown == {
        paper.id: (day("2026-09-30"), day("2026-10-07")),
        duty: (day("2026-10-13"), day("2026-10-20")),
    }
    assert office.position() == position


def test_confirming_the_plan_moves_everything_at_once(office: Secretariat) -> None:
    """Meeting and dependents move in one transaction, with reason and source; earlier days stay visible."""
    meeting = office.given("Høstmøtet")
    paper = office.paper(meeting, "Risiko")
    outcome = office.moved(meeting, plan=office.plan(meeting).id)
    assert set(outcome.changed) == {meeting, paper.id}
    assert (office.day(meeting), office.day(paper.id)) == (day("2026-10-21"), day("2026-10-07"))
    first, last = office.of(paper.id).parts[""].versions
    assert first.deadline.day == day("2026-09-30")
    assert last.reason.endswith(f"er flyttet til 21.10.2026: {WHY}")
    assert (last.source.reference, last.deadline.anchored_to) == (FROM, meeting)


def test_confirming_again_changes_nothing(small_office: Secretariat) -> None:
    """A repeated command is safe."""
    meeting = small_office.given("Høstmøtet")
    small_office.paper(meeting, "Risiko")
    plan = small_office.plan(meeting).id
    small_office.moved(meeting, plan=plan)
    position = small_office.position()
    assert not small_office.moved(meeting, plan=plan).changed
    assert small_office.position() == position


def test_keeping_a_duty_out_leaves_it_where_it_is(office: Secretariat) -> None:
    """What is kept out stays; the next plan shows it as astray, and brings it along."""
    meeting = office.given("Høstmøtet")
    paper, duty = office.paper(meeting, "Risiko"), tied(office, meeting)
    keep = frozenset({duty})
    plan = office.plan(meeting, keep=keep)
    assert {one.duty: one.stays for one in plan.dependents} == {paper.id: None, duty: Stays.KEPT}
    office.moved(meeting, plan=plan.id, keep=keep)
    assert office.day(duty) == day("2026-10-13")
    later = office.plan(meeting)
    assert later.meeting.stays is Stays.UNCHANGED
    office.moved(meeting, plan=later.id)
    assert office.day(duty) == day("2026-10-20")


def test_keeping_what_does_not_hang_on_it_is_refused(small_office: Secretariat) -> None:
    """A misspelt opt-out is not passed over."""
    meeting, other = small_office.given("Høstmøtet"), small_office.given("Notat", "assignment")
    with pytest.raises(NotTied):
        small_office.plan(meeting, keep=frozenset({other}))


def test_confirming_after_another_moved_it_is_refused(office: Secretariat) -> None:
    """Two controllers plan; the second one to confirm has seen what is no longer so."""
    meeting = office.given("Høstmøtet")
    paper = office.paper(meeting, "Risiko")
    mine, theirs = office.plan(meeting), office.plan(meeting, "28.10.2026")
    office.moved(meeting, "28.10.2026", theirs.id, by="p-other")
    with pytest.raises(PlanChanged):
        office.moved(meeting, plan=mine.id)
    assert (office.day(meeting), office.day(paper.id)) == (day("2026-10-28"), day("2026-10-14"))


def test_confirming_after_a_paper_was_added_is_refused(small_office: Secretariat) -> None:
    """What was not shown is not moved."""
    meeting = small_office.given("Høstmøtet")
    plan = small_office.plan(meeting)
    small_office.paper(meeting, "Risiko")
    with pytest.raises(PlanChanged):
        small_office.moved(meeting, plan=plan.id)


@pytest.mark.parametrize(
    "otherwise",
    [{"words": "22.10.2026"}, {"reason": "Sykdom"}, {"source": "26/1"}, {"agreed_on": day("2026-01-30")}],
)
def test_confirming_another_move_than_the_plan_is_refused(
    small_office: Secretariat, otherwise: dict[str, object]
) -> None:
    """The number is that of what was shown, words, reason and source included."""
    meeting = small_office.given("Høstmøtet")
    plan = small_office.plan(meeting)
    with pytest.raises(PlanChanged):
        small_office.moved(meeting, **({"plan": plan.id} | otherwise))  # type: ignore[arg-type]  # each fits its name


def test_planning_twice_gives_the_same_plan(small_office: Secretariat) -> None:
    """Nothing random and no clock goes into its number."""
    meeting = small_office.given("Høstmøtet")
    small_office.paper(meeting, "Risiko")
    plan = small_office.plan(meeting)
    small_office.now += dt.timedelta(days=3)
    assert small_office.plan(meeting).id == plan.id


def test_moving_leaves_what_was_delivered_or_withdrawn(small_office: Secretariat) -> None:
    """What is done, or no longer owed, has no day left to move."""
    meeting = small_office.given("Høstmøtet")
    done, gone = small_office.paper(meeting, "Levert"), small_office.paper(meeting, "Trukket")
    small_office.do(DeliverDuty(duty=done.id, reference="26/118-9", by=BY))
    small_office.do(WithdrawDuty(duty=gone.id, reason="Bortfalt", reference="26/118-8", by=BY))
    plan = small_office.plan(meeting)
    assert {one.duty: one.stays for one in plan.dependents} == {done.id: Stays.DELIVERED}
    assert small_office.moved(meeting, plan=plan.id).changed == (meeting,)


def test_moving_so_near_that_a_date_has_passed_warns(small_office: Secretariat) -> None:
    """A paper that would be due yesterday, and a meeting on a Saturday, are told."""
    meeting = small_office.given("Høstmøtet")
    small_office.paper(meeting, "Risiko")
    plan = small_office.plan(meeting, "14.02.2026")
    assert plan.meeting.cautions == (Caution.NO_WORKING_DAY,)
    assert Caution.PAST in plan.dependents[0].cautions


def test_giving_a_meeting_its_day_resolves_what_waited_for_it(office: Secretariat) -> None:
    """A deadline counted from a meeting without a day gets its day with it, which is no postponement."""
    meeting = office.given("Høstmøtet", words="i oktober 2026")
    paper = office.paper(meeting, "Risiko")
    assert office.day(paper.id) is None
    plan = office.plan(meeting, "19.10.2026")
    assert plan.meeting.before.first == day("2026-10-01")
    office.moved(meeting, "19.10.2026", plan.id)
    assert (office.day(meeting), office.day(paper.id)) == (day("2026-10-19"), day("2026-10-05"))
    assert [one.reason for one in office.of(paper.id).parts[""].versions] == ["", ""]


def test_moving_a_meeting_with_new_hours_arranges_them(small_office: Secretariat) -> None:
    """Times that were arranged give way to those of the new day."""
    meeting = small_office.given("Høstmøtet")
    arranged = ArrangeMeeting(
        meeting=meeting, place="Rom 3", starts_at=dt.time(9), ends_at=dt.time(10), by=BY
    )
    small_office.do(arranged)
    words = "21.10.2026 kl. 12–14"
    small_office.moved(meeting, words, small_office.plan(meeting, words).id)
    told = small_office.meeting(meeting).as_told()
    assert told == (day("2026-10-21"), dt.time(12), dt.time(14), "Rom 3")


def test_moving_a_meeting_updates_its_invitations(small_office: Secretariat) -> None:
    """Everyone invited is told the new day, under a higher sequence."""
    meeting = small_office.given("Høstmøtet")
    small_office.do(InviteAttendees(meeting=meeting, people=("p-1",), by=BY))
    small_office.moved(meeting, plan=small_office.plan(meeting).id)
    kept = small_office.meeting(meeting).arrangements
    assert (kept.sequence, kept.attendees) == (2, ("p-1",))
    assert kept.told is not None
    assert kept.told.day == day("2026-10-21")


def test_postponing_a_meeting_alone_is_refused_when_something_hangs_on_it(office: Secretariat) -> None:
    """The plan is shown first; a meeting that nothing hangs on may be postponed like any duty."""
    meeting, free = office.given("Høstmøtet"), office.given("Fagmøte")
    office.paper(meeting, "Risiko")
    position = office.position()
    with pytest.raises(LeavesBehind):
        office.do(PostponeDeadline(duty=meeting, words="21.10.2026", reason=WHY, source=FROM, by=BY))
    assert office.position() == position
    office.do(PostponeDeadline(duty=free, words="21.10.2026", reason=WHY, source=FROM, by=BY))
    assert office.day(free) == day("2026-10-21")


def test_postponing_a_meeting_to_a_window_leaves_the_rest_until_it_has_a_day(
    small_office: Secretariat,
) -> None:
    """What is counted from no day has nowhere to go; the next day brings it along."""
    meeting = small_office.given("Høstmøtet")
    paper = small_office.paper(meeting, "Risiko")
    to = "i november 2026"
    small_office.do(PostponeDeadline(duty=meeting, words=to, reason=WHY, source=FROM, by=BY))
    assert small_office.day(paper.id) == day("2026-09-30")
    small_office.moved(meeting, "18.11.2026", small_office.plan(meeting, "18.11.2026").id)
    assert small_office.day(paper.id) == day("2026-11-04")


def test_planning_when_the_agenda_is_settled_leaves_its_day_out(small_office: Secretariat) -> None:
    """There is nothing left to settle."""
    meeting = small_office.given("Høstmøtet")
    small_office.do(SettleAgenda(meeting=meeting, agenda="1. Risiko", by=BY))
    assert small_office.plan(meeting).agenda is None


@pytest.mark.parametrize("words", ["i november 2026", "etter avtale"])
def test_moving_to_what_is_not_one_day_is_refused(small_office: Secretariat, words: str) -> None:
    """What hangs on a meeting is counted from one day."""
    meeting = small_office.given("Høstmøtet")
    with pytest.raises(MoveNeedsDay):
        small_office.plan(meeting, words)


@pytest.mark.parametrize(("missing", "refusal"), [("reason", ReasonMissing), ("source", SourceMissing)])
def test_moving_without_reason_or_source_is_refused(
    small_office: Secretariat, missing: str, refusal: type[Exception]
) -> None:
    """What moves a deadline carries both."""
    meeting = small_office.given("Høstmøtet")
    with pytest.raises(refusal):
        small_office.plan(meeting, **{missing: " "})


def test_moving_what_was_held_is_refused(small_office: Secretariat) -> None:
    """It is over."""
    meeting = small_office.given("Høstmøtet", words="01.02.2026")
    small_office.do(DeliverDuty(duty=meeting, delivered_on=day("2026-02-01"), by=BY))
    with pytest.raises(AlreadyDelivered):
        small_office.plan(meeting)


def test_moving_what_is_no_meeting_is_refused(small_office: Secretariat) -> None:
    """An assignment is postponed."""
    with pytest.raises(NotAMeeting):
        small_office.plan(small_office.given("Notat", "assignment"))

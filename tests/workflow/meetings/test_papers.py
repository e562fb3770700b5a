"""Papers to a meeting, deadlines hung on it, and what it decides."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.kit.office import BY
from tests.workflow.meetings.secretariat import FROM, WHY, Secretariat
from workflow.duty.commands import (
    AcceptDelivery,
    DeliverDuty,
    PostponeDeadline,
    RestrictAccess,
    WithdrawDuty,
)
from workflow.duty.refusals import AlreadyWithdrawn, SourceMissing, UnreadableDeadline
from workflow.governance_meeting.refusals import MeetingHasNoDay, MeetingNotHeld
from workflow.meetings.commands import (
    AddPaper,
    DraftMinutes,
    RecordDecision,
    SettleAgenda,
    Task,
    TieDeadline,
)
from workflow.meetings.refusals import NotCountedFromMeeting, PaperExists


def day(text: str) -> dt.date:
    """Read «2026-10-14»."""
    return dt.date.fromisoformat(text)


def test_asking_for_a_paper_gives_a_duty_that_hangs_on_the_meeting(office: Secretariat) -> None:
    """A duty of its own below the meeting, its day counted from it, and why in both languages."""
    meeting = office.given("Høstmøtet", owner="p-1")
    paper = office.paper(meeting, "Risiko", "en uke før møtet")
    fact = paper.parts[""].current
    assert fact is not None
    assert (paper.parent, paper.kind, paper.owner) == (meeting, "input", "p-1")
    assert (fact.day, fact.working_date, fact.offset) == (day("2026-10-07"), day("2026-10-07"), "-P1W")
    assert fact.explanation.endswith("regnet fra møtet 14. oktober 2026.")
    assert fact.explanation_nn.endswith("rekna frå møtet 14. oktober 2026.")


def test_asking_for_the_same_paper_again_changes_nothing(small_office: Secretariat) -> None:
    """The same title is the same paper, whatever its letter case."""
    meeting = small_office.given("Høstmøtet")
    small_office.paper(meeting, "Risiko")
    again = AddPaper(meeting=meeting, title="risiko ", words="to uker før møtet", by=BY)
    assert not small_office.do(again).changed
    with pytest.raises(PaperExists):
        small_office.do(AddPaper(meeting=meeting, title="Risiko", words="dagen før møtet", by=BY))


def test_asking_for_a_paper_after_one_was_withdrawn_gives_it_a_number_of_its_own(
    small_office: Secretariat,
) -> None:
    """A number is never used twice."""
    meeting = small_office.given("Høstmøtet", reference="M-1")
    first = small_office.paper(meeting, "Risiko")
    small_office.do(WithdrawDuty(duty=first.id, reason="Bortfalt", reference="26/118-8", by=BY))
    assert (first.reference, small_office.paper(meeting, "Budsjett").reference) == (
        "M-1/papir-1",
        "M-1/papir-2",
    )


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("i forkant av møtet", NotCountedFromMeeting),
        ("01.10.2026", NotCountedFromMeeting),
        ("xyz", UnreadableDeadline),
    ],
)
def test_asking_for_a_paper_by_words_that_count_from_nothing_is_refused(
    small_office: Secretariat, words: str, refusal: type[Exception]
) -> None:
    """How long before must be said."""
    meeting = small_office.given("Høstmøtet")
    with pytest.raises(refusal):
        small_office.paper(meeting, "Risiko", words)


def test_asking_for_a_paper_to_a_shielded_meeting_shields_it_too(small_office: Secretariat) -> None:
    """Its title would tell what the meeting is about."""
    meeting = small_office.given("Høstmøtet")
    small_office.do(RestrictAccess(duty=meeting, reason="offl. § 15", by=BY))
    assert small_office.paper(meeting, "Risiko").restricted


def test_asking_for_a_paper_to_a_cancelled_meeting_is_refused(small_office: Secretariat) -> None:
    """Nobody will read it."""
    meeting = small_office.given("Høstmøtet")
    small_office.do(WithdrawDuty(duty=meeting, reason="Avlyst", reference="26/118-8", by=BY))
    with pytest.raises(AlreadyWithdrawn):
        small_office.paper(meeting, "Risiko")


def test_tying_a_relative_deadline_of_a_letter_gives_it_its_day(office: Secretariat) -> None:
    """What a letter says of «møtet» gets a day when it is known which meeting."""
    meeting = office.given("Høstmøtet")
    duty = office.given("Notat", "assignment", "to uker før møtet")
    office.do(TieDeadline(duty=duty, meeting=meeting, reason="", source=FROM, by=BY))
    assert office.day(duty) == day("2026-09-30")


def test_tying_a_deadline_that_stood_moves_it_with_the_reason(small_office: Secretariat) -> None:
    """It had a day, so it is moved; and moving it by hand later unties it."""
    meeting, duty = small_office.given("Høstmøtet"), small_office.given("Notat", "assignment", "01.10.2026")
    tie = TieDeadline(duty=duty, meeting=meeting, words="dagen før møtet", reason=WHY, source=FROM, by=BY)
    small_office.do(tie)
    assert small_office.of(duty).parts[""].versions[-1].reason == WHY
    assert not small_office.do(tie).changed
    by_hand = PostponeDeadline(duty=duty, words="01.12.2026", reason=WHY, source=FROM, by=BY)
    small_office.do(by_hand)
    assert small_office.plan(meeting).dependents == ()


def test_tying_a_deadline_with_a_day_to_a_meeting_without_one_is_refused(small_office: Secretariat) -> None:
    """It would lose its day."""
    meeting = small_office.given("Høstmøtet", words="i oktober 2026")
    duty = small_office.given("Notat", "assignment", "01.10.2026")
    tie = TieDeadline(duty=duty, meeting=meeting, words="dagen før møtet", reason=WHY, source=FROM, by=BY)
    with pytest.raises(MeetingHasNoDay):
        small_office.do(tie)


@pytest.mark.parametrize(("meeting_on", "late"), [("09.02.2026", None), ("06.02.2026", day("2026-01-30"))])
def test_settling_the_agenda_less_than_a_week_before_says_so(
    small_office: Secretariat, meeting_on: str, late: dt.date | None
) -> None:
    """Late is allowed, and told with the day it should have been."""
    meeting = small_office.given("Møte", words=meeting_on)
    assert small_office.do(SettleAgenda(meeting=meeting, agenda="1.", by=BY)).facts["late"] == late


def held(office: Secretariat, minutes: str = "26/118-12"):  # noqa: ANN201 - the meeting's id
    """Hold a meeting and draft its minutes."""
    meeting = office.given("Vintermøtet", words="30.01.2026", reference="M-1")
    office.do(DeliverDuty(duty=meeting, delivered_on=day("2026-01-30"), by=BY))
    if minutes:
        office.do(DraftMinutes(meeting=meeting, reference=minutes, by=BY))
    return meeting


def test_deciding_an_assignment_gives_it_with_the_minutes_as_source(office: Secretariat) -> None:
    """Decision and assignment are one transaction; the assignment knows where it comes from."""
    meeting = held(office)
    task = Task(title="Utrede ordningen", words="01.12.2026", owner="p-2")
    decision = RecordDecision(meeting=meeting, text="Ordningen utredes", task=task, by=BY)
    outcome = office.do(decision)
    (given,) = [one for one in outcome.changed if one != meeting]
    duty = office.of(given)
    assert (duty.parent, duty.channel, duty.owner) == (meeting, "meeting", "p-2")
    assert (duty.source.reference, duty.given_on) == ("26/118-12", day("2026-01-30"))
    assert (duty.reference, office.day(given)) == ("M-1/vedtak-1", day("2026-12-01"))
    assert office.meeting(meeting).arrangements.decisions[1].duty == given
    assert not office.do(decision).changed


def test_deciding_without_an_assignment_records_the_words(small_office: Secretariat) -> None:
    """Not every decision is work for someone; one may become so later."""
    meeting = held(small_office)
    small_office.do(RecordDecision(meeting=meeting, text="Tas til orientering", by=BY))
    small_office.do(AcceptDelivery(duty=meeting, by=BY))
    small_office.do(
        RecordDecision(meeting=meeting, text="Tas til orientering", task=Task(title="Svar"), by=BY)
    )
    decisions = small_office.meeting(meeting).arrangements.decisions
    assert list(decisions) == [1]
    assert decisions[1].duty is not None


def test_deciding_an_assignment_without_minutes_or_source_is_refused(small_office: Secretariat) -> None:
    """An assignment says where it is written; nothing is recorded of the decision either."""
    meeting = held(small_office, minutes="")
    with pytest.raises(SourceMissing):
        small_office.do(RecordDecision(meeting=meeting, text="Utredes", task=Task(title="Utrede"), by=BY))
    assert not small_office.meeting(meeting).arrangements.decisions


def test_deciding_before_it_was_held_gives_no_assignment(small_office: Secretariat) -> None:
    """Refused whole: no assignment without its decision."""
    meeting = small_office.given("Høstmøtet")
    position = small_office.position()
    with pytest.raises(MeetingNotHeld):
        small_office.do(RecordDecision(meeting=meeting, text="U", task=Task(title="U"), source=FROM, by=BY))
    assert small_office.position() == position

"""Who is invited to a meeting, what they are told, and what they answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from events.vocabulary import correction
from events.vocabulary import governance_meeting as event
from tests.kit.duties import LETTER, MAIL, Past, on, window
from tests.kit.given import NOW, STAMP, Told, given, told
from workflow.duty.refusals import AlreadyDelivered, ReasonMissing
from workflow.governance_meeting import refusals
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.governance_meeting.state import Answer

PAST = Past(GovernanceMeeting)
FIRST, OTHER = on("2026-10-14"), on("2026-10-21")
PLANNED = (PAST.given, PAST.due(FIRST))
YES = Answer("accepted", 1, NOW - dt.timedelta(hours=2))
WHY = "Avtalt i møte"


def invited(sequence: int, *people: str) -> Told:
    """These are invited."""
    return told(event.AttendeesInvited, sequence=sequence, attendees=people)


def cancelled(sequence: int, *people: str, reason: str = WHY) -> Told:
    """These were told that they no longer are."""
    return told(event.InvitationsCancelled, sequence=sequence, attendees=people, reason=reason)


def replied(person: str, answer: Answer) -> Told:
    """Someone answered."""
    return told(
        event.AttendeeReplied,
        attendee=person,
        reply=answer.reply,
        sequence=answer.sequence,
        replied_at=answer.replied_at,
        comment=answer.comment,
    )


INVITED = (*PLANNED, invited(1, "p-1", "p-2"))


def test_inviting_gives_the_first_invitation_sequence_one() -> None:
    """Everyone named is invited, each once."""
    past = given(GovernanceMeeting, *PLANNED)
    past.when(lambda one: one.invite(["p-1", "p-2", "p-1"], STAMP)).then(invited(1, "p-1", "p-2"))


def test_inviting_one_more_tells_everyone_who_comes() -> None:
    """The sequence rises, and those invited before stay so."""
    past = given(GovernanceMeeting, *INVITED)
    past.when(lambda one: one.invite(["p-3"], STAMP)).then(invited(2, "p-1", "p-2", "p-3"))


def test_inviting_those_who_are_invited_does_nothing() -> None:
    """A repeated command sends nothing."""
    given(GovernanceMeeting, *INVITED).when(lambda one: one.invite(["p-2"], STAMP)).then_nothing()


def test_inviting_to_a_meeting_without_a_day_is_refused() -> None:
    """People are invited to a day, not to a window."""
    past = given(GovernanceMeeting, PAST.given, PAST.due(window("2026-10-01", "2026-10-31")))
    past.when(lambda one: one.invite(["p-1"], STAMP)).then_refused(refusals.MeetingHasNoDay)


def test_inviting_to_what_was_held_is_refused() -> None:
    """It is over."""
    past = given(GovernanceMeeting, *PLANNED, PAST.delivered())
    past.when(lambda one: one.invite(["p-1"], STAMP)).then_refused(AlreadyDelivered)


def test_inviting_nobody_is_refused() -> None:
    """An invitation goes to someone."""
    past = given(GovernanceMeeting, *PLANNED)
    past.when(lambda one: one.invite([], STAMP)).then_refused(refusals.NobodyInvited)


def test_uninviting_tells_them_and_then_the_others() -> None:
    """Those removed get a cancellation; the rest see who comes."""
    past = given(GovernanceMeeting, *INVITED)
    removed = past.when(lambda one: one.uninvite(["p-1"], WHY, STAMP))
    removed.then(cancelled(2, "p-1"), invited(3, "p-2"))


def test_uninviting_the_last_one_invites_nobody() -> None:
    """An empty invitation goes to nobody."""
    past = given(GovernanceMeeting, *INVITED)
    past.when(lambda one: one.uninvite(["p-2", "p-1"], WHY, STAMP)).then(cancelled(2, "p-1", "p-2"))


def test_uninviting_without_a_reason_is_refused() -> None:
    """People are told why."""
    past = given(GovernanceMeeting, *INVITED)
    past.when(lambda one: one.uninvite(["p-1"], " ", STAMP)).then_refused(ReasonMissing)


def test_uninviting_who_is_not_invited_does_nothing() -> None:
    """It is so already."""
    given(GovernanceMeeting, *INVITED).when(lambda one: one.uninvite(["p-9"], WHY, STAMP)).then_nothing()


def test_moving_the_meeting_tells_everyone_the_new_day() -> None:
    """Whoever is invited gets an update with a higher sequence."""
    past = given(GovernanceMeeting, *INVITED)
    moved = past.when(lambda one: one.postpone("", OTHER, WHY, MAIL, STAMP))
    moved.then(PAST.moved(OTHER), invited(2, "p-1", "p-2"))


def test_moving_a_meeting_that_nobody_is_invited_to_tells_nobody() -> None:
    """There is nobody to tell."""
    past = given(GovernanceMeeting, *PLANNED)
    past.when(lambda one: one.postpone("", OTHER, WHY, MAIL, STAMP)).then(PAST.moved(OTHER))


def test_correcting_the_day_tells_everyone_too() -> None:
    """However the day became another: a wrong one was told."""
    past = given(GovernanceMeeting, *INVITED)
    right = past.when(lambda one: one.correct_deadline("", OTHER, WHY, MAIL, STAMP))
    fields = {"part": "", "deadline": OTHER, "reason": WHY, "source": MAIL}
    right.then(
        told(GovernanceMeeting.STREAM[correction.DeadlineCorrected], **fields), invited(2, "p-1", "p-2")
    )


def test_arranging_another_place_tells_everyone() -> None:
    """Place and times are what an invitation says."""
    arranged = told(event.MeetingArranged, place="Rom 4", starts_at=None, ends_at=None)
    past = given(GovernanceMeeting, *INVITED)
    past.when(lambda one: one.arrange("Rom 4", None, None, STAMP)).then(arranged, invited(2, "p-1", "p-2"))


def test_moving_to_a_window_cancels_the_invitations() -> None:
    """Without a day there is nothing to come to."""
    some_day = window("2026-11-01", "2026-11-30")
    past = given(GovernanceMeeting, *INVITED)
    moved = past.when(lambda one: one.postpone("", some_day, WHY, MAIL, STAMP))
    moved.then(PAST.moved(some_day), cancelled(2, "p-1", "p-2"))


def test_cancelling_the_meeting_cancels_the_invitations_with_its_reason() -> None:
    """Everyone invited is told that it is off."""
    past = given(GovernanceMeeting, *INVITED)
    off = past.when(lambda one: one.withdraw("Bortfalt", "26/118-8", dt.date(2026, 3, 2), STAMP))
    off.then(PAST.withdrawn, cancelled(2, "p-1", "p-2", reason="Bortfalt"))


def test_holding_the_meeting_cancels_nothing() -> None:
    """Those who came were rightly invited."""
    past = given(GovernanceMeeting, *INVITED)
    held = past.when(lambda one: one.deliver("", dt.date(2026, 3, 1), "26/118-9", STAMP))
    assert held.aggregate.arrangements.attendees == ("p-1", "p-2")
    assert held.aggregate.arrangements.sequence == 1


def test_restating_the_deadline_in_other_words_tells_nobody() -> None:
    """The same day and hours in other words are no news to a calendar."""
    same_day = FIRST.model_copy(update={"text": "onsdag 14. oktober"})
    past = given(GovernanceMeeting, *INVITED)
    moved = past.when(lambda one: one.postpone("", same_day, WHY, LETTER, STAMP))
    assert moved.refusal is None
    assert moved.aggregate.arrangements.sequence == 1


def test_answering_records_the_answer_once() -> None:
    """The same answer read again changes nothing."""
    given(GovernanceMeeting, *INVITED).when(lambda one: one.reply("p-1", YES, STAMP)).then(
        replied("p-1", YES)
    )
    again = given(GovernanceMeeting, *INVITED, replied("p-1", YES))
    again.when(lambda one: one.reply("p-1", YES, STAMP)).then_nothing()


def test_answering_later_otherwise_takes_the_place_of_the_first() -> None:
    """The latest answer counts, whichever is read first."""
    no = replace(YES, reply="declined", replied_at=NOW - dt.timedelta(hours=1), comment="Reise")
    past = given(GovernanceMeeting, *INVITED, replied("p-1", YES))
    past.when(lambda one: one.reply("p-1", no, STAMP)).then(replied("p-1", no))
    overtaken = given(GovernanceMeeting, *INVITED, replied("p-1", no))
    overtaken.when(lambda one: one.reply("p-1", YES, STAMP)).then_nothing()


def test_answering_an_invitation_that_changed_since_leaves_the_question_open() -> None:
    """A yes to the old day is recorded, and is no yes to the new one."""
    past = given(GovernanceMeeting, *INVITED, PAST.moved(OTHER), invited(2, "p-1", "p-2"))
    meeting = past.when(lambda one: one.reply("p-1", YES, STAMP)).then(replied("p-1", YES))
    assert meeting.answer_of("p-1") == "needs-action"


def test_inviting_one_more_keeps_the_answers_of_the_others() -> None:
    """Who else comes is no new question."""
    past = given(GovernanceMeeting, *INVITED, replied("p-1", YES), invited(2, "p-1", "p-2", "p-3"))
    assert past.aggregate.answer_of("p-1") == "accepted"


def test_answering_without_being_invited_is_refused() -> None:
    """Only who is invited can answer."""
    past = given(GovernanceMeeting, *INVITED)
    past.when(lambda one: one.reply("p-9", YES, STAMP)).then_refused(refusals.NotInvited)


def test_answering_by_a_clock_ahead_of_ours_is_recorded_as_of_now() -> None:
    """A wrong clock must not outlive every later answer."""
    ahead = replace(YES, replied_at=NOW + dt.timedelta(days=400))
    past = given(GovernanceMeeting, *INVITED)
    past.when(lambda one: one.reply("p-1", ahead, STAMP)).then(replied("p-1", replace(ahead, replied_at=NOW)))


def test_answering_what_was_never_asked_counts_as_an_answer_to_the_latest() -> None:
    """A calendar that counts the sequence up by itself must not have answered every later change."""
    past = given(GovernanceMeeting, *INVITED)
    answered = past.when(lambda one: one.reply("p-1", replace(YES, sequence=99), STAMP))
    meeting = answered.then(replied("p-1", YES))
    meeting.arrange("Rom 4", None, None, STAMP)
    assert meeting.answer_of("p-1") == "needs-action"
    meeting.reply("p-1", replace(YES, sequence=99), STAMP)
    assert meeting.answer_of("p-1") == "needs-action"


@pytest.mark.parametrize("times", [1, 3])
def test_every_change_raises_the_sequence(times: int) -> None:
    """RFC 5546 section 2.1.4: never the same sequence twice."""
    meeting = given(GovernanceMeeting, *INVITED).aggregate
    for number in range(times):
        meeting.arrange(f"Rom {number}", None, None, STAMP)
    assert meeting.arrangements.sequence == 1 + times

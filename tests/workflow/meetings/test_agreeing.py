"""The meeting as it decides and the meeting as it is shown are the same, whatever happens to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from events.vocabulary import governance_meeting as event
from events.vocabulary.base import Event
from projections.engine.duty.fold import folded
from projections.engine.duty.state import Duty, from_bytes, to_bytes
from tests.kit.duties import MAIL, Past, on, window
from tests.kit.given import ID, STAMP, told
from tests.kit.given import given as rebuilt
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.governance_meeting.state import Answer
from workflow.refusals import Refusal

PAST = Past(GovernanceMeeting)
PEOPLE = ("p-1", "p-2", "p-3")
INVITED = told(event.AttendeesInvited, sequence=1, attendees=PEOPLE)
Step = Callable[[GovernanceMeeting], None]

people = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3)
days = st.sampled_from([on("2026-10-14"), on("2026-10-21"), window("2026-10-01", "2026-10-31")])
answers = st.builds(
    Answer,
    st.sampled_from(["accepted", "declined"]),
    st.integers(1, 3),
    st.integers(1, 40).map(lambda hours: STAMP.timestamp - dt.timedelta(hours=hours)),
)
steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(lambda who: lambda one: one.invite(who, STAMP), people),
    st.builds(lambda who: lambda one: one.uninvite(who, "Avtalt", STAMP), people),
    st.builds(lambda to: lambda one: one.postpone("", to, "Avtalt", MAIL, STAMP), days),
    st.builds(lambda who, said: lambda one: one.reply(who, said, STAMP), st.sampled_from(PEOPLE), answers),
    st.builds(lambda place: lambda one: one.arrange(place, None, None, STAMP), st.sampled_from(["A", "B"])),
    st.sampled_from(
        [
            lambda one: one.withdraw("Avtalt", "26/1", STAMP.timestamp.date(), STAMP),
            lambda one: one.reopen("", STAMP.timestamp.date(), "Likevel", "26/2", STAMP),
            lambda one: one.deliver("", STAMP.timestamp.date(), "26/3", STAMP),
        ]
    ),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(steps, min_size=3, max_size=14))
def test_folding_what_a_meeting_recorded_gives_what_it_remembers(taken: list[Step]) -> None:
    """Sequence, who is invited, what each answered to what is told now, and who must be told of the end."""
    past = (PAST.given, PAST.due(on("2026-10-14")), INVITED)
    meeting = rebuilt(GovernanceMeeting, *past).aggregate
    for step in taken:
        try:
            step(meeting)
        except Refusal:
            continue
    recorded = [one.event(number, "governance-meeting") for number, one in enumerate(past, 1)]
    shown = from_bytes(to_bytes(_folded([*recorded, *_pending(meeting)])))
    kept, about = meeting.arrangements, shown.meeting
    assert shown.id == ID
    assert (about.sequence if about else 0) == kept.sequence
    assert tuple(about.attendees if about else ()) == kept.attendees
    for person in kept.attendees:
        assert about is not None
        assert about.attendees[person].reply == meeting.answer_of(person)
        assert person not in about.uninvited
    if about is not None:
        assert set(about.uninvited) == set(about.uninvited_at)
        assert all(sequence <= kept.sequence for sequence in about.uninvited.values())


def _pending(meeting: GovernanceMeeting) -> list[Event]:
    return [each for each in meeting.pending_events if isinstance(each, Event)]


def _folded(recorded: list[Event]) -> Duty:
    duty: Duty | None = None
    for each in recorded:
        duty = folded(duty, each)
    assert duty is not None
    return duty

"""Which meeting and which person an answer is of: by UID and address, never by a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from projections.engine.duty.state import Duty, Meeting
from workflow.directory.people import Person
from workflow.governance_meeting.state import Answer
from workflow.invitations.answers import FoundAnswer, UnreadableAnswer, answers_in
from workflow.invitations.mailboxes import StoredMail
from workflow.invitations.uid import invitation_uid

REPLIES = ("accepted", "declined", "tentative", "needs-action")
_FROM_ATTENDEES = ("REPLY", "COUNTER")
"""What attendees send; an invitation that lies in the same mailbox is no answer."""


class Fate(StrEnum):
    """What became of an answer."""

    RECORDED = "recorded"
    STALE = "stale"
    """Recorded, but the meeting has changed since the invitation that it answers."""
    KNOWN = "known"
    """Taken in before, or overtaken by a later answer."""
    UNKNOWN_MEETING = "unknown_meeting"
    UNKNOWN_PERSON = "unknown_person"
    NOT_INVITED = "not_invited"
    NO_ANSWER = "no_answer"
    """A calendar that says something else: a counter-proposal, a delegation."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Matched:
    """One answer, where it lay, and what it is of; `fate` says why it is not to be taken in."""

    where: str
    found: FoundAnswer | None
    meeting: Duty | None = None
    person: Person | None = None
    fate: Fate | None = None

    @property
    def answer(self) -> Answer:
        """The answer as the meeting keeps it."""
        assert self.found is not None, "what is unreadable was not matched"
        return Answer(self.found.reply, self.found.sequence, self.found.replied_at, self.found.comment)


def match(mails: Iterable[StoredMail], meetings: Sequence[Duty], people: Sequence[Person]) -> list[Matched]:
    """Match every answer of some mails, in the order in which they were given."""
    by_uid = {str(invitation_uid(one.id)): one for one in meetings}
    by_address = {one.email.lower(): one for one in people}
    matched = [each for mail in mails for each in _of_mail(mail, by_uid, by_address)]
    return sorted(matched, key=lambda one: (one.found is not None, one.found and one.found.replied_at))


def by_meeting(matched: Iterable[Matched]) -> dict[UUID, list[Matched]]:
    """Gather what can be taken in, by meeting."""
    gathered: dict[UUID, list[Matched]] = defaultdict(list)
    for one in matched:
        if one.fate is None and one.meeting is not None:
            gathered[one.meeting.id].append(one)
    return dict(gathered)


def _of_mail(mail: StoredMail, meetings: Mapping[str, Duty], people: Mapping[str, Person]) -> list[Matched]:
    if mail.content is None:
        return [Matched(mail.where, None, fate=Fate.UNREADABLE)]
    try:
        found = answers_in(mail.content)
    except UnreadableAnswer:  # listed, so that a person looks at it
        return [Matched(mail.where, None, fate=Fate.UNREADABLE)]
    theirs = (one for one in found if one.method in _FROM_ATTENDEES)
    return [_matched(mail.where, one, meetings, people) for one in theirs]


def _matched(
    where: str, found: FoundAnswer, meetings: Mapping[str, Duty], people: Mapping[str, Person]
) -> Matched:
    meeting = meetings.get(found.uid)
    person = next((people[each] for each in found.addresses if each in people), None)
    return Matched(where, found, meeting, person, _why_not(found, meeting, person))


def _why_not(found: FoundAnswer, meeting: Duty | None, person: Person | None) -> Fate | None:
    if found.method != "REPLY" or found.reply not in REPLIES:
        return Fate.NO_ANSWER
    if meeting is None:
        return Fate.UNKNOWN_MEETING
    if person is None:
        return Fate.UNKNOWN_PERSON
    invited = (meeting.meeting or Meeting()).attendees
    return None if person.id in invited else Fate.NOT_INVITED

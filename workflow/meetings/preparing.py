"""From a command about one meeting to the decision of its aggregate."""

from __future__ import annotations

import datetime as dt

from workflow.duty.refusals import DayInFuture
from workflow.duty.state import Stamp
from workflow.governance_meeting.agenda import settled_by
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.governance_meeting.state import Answer
from workflow.invitations.matching import Fate
from workflow.loading import save
from workflow.meetings import commands
from workflow.meetings.finding import meeting_of
from workflow.work import Outcome, Work


def arrange(command: commands.ArrangeMeeting, work: Work) -> Outcome:
    """Say where it is held and when."""
    meeting = meeting_of(command.meeting, work)
    meeting.arrange(command.place.strip(), command.starts_at, command.ends_at, _stamp(command.by, work))
    return save(work, meeting)


def settle_agenda(command: commands.SettleAgenda, work: Work) -> Outcome:
    """Settle the agenda; where that is less than a week before, the facts have the day it was due."""
    meeting, settled_on = meeting_of(command.meeting, work), _past(command.settled_on, work)
    meeting.settle_agenda(command.agenda, settled_on, command.reference, _stamp(command.by, work))
    due = settled_by(meeting.day) if meeting.day else None
    late = due if due is not None and settled_on > due else None
    return save(work, meeting, late=late)


def draft_minutes(command: commands.DraftMinutes, work: Work) -> Outcome:
    """Say that the minutes were drafted."""
    meeting = meeting_of(command.meeting, work)
    meeting.draft_minutes(_past(command.drafted_on, work), command.reference, _stamp(command.by, work))
    return save(work, meeting)


def invite(command: commands.InviteAttendees, work: Work) -> Outcome:
    """Invite people."""
    meeting = meeting_of(command.meeting, work)
    meeting.invite(command.people, _stamp(command.by, work))
    return save(work, meeting, sequence=meeting.arrangements.sequence)


def uninvite(command: commands.UninviteAttendees, work: Work) -> Outcome:
    """Take invitations back."""
    meeting = meeting_of(command.meeting, work)
    meeting.uninvite(command.people, command.reason, _stamp(command.by, work))
    return save(work, meeting, sequence=meeting.arrangements.sequence)


def take_replies(command: commands.RecordReplies, work: Work) -> Outcome:
    """Take answers in, each once; the facts have what became of each, in the same order."""
    meeting = meeting_of(command.meeting, work)
    fates = [_taken(meeting, person, answer, command.by, work) for person, answer in command.answers]
    return save(work, meeting, fates=tuple(fates))


def _taken(meeting: GovernanceMeeting, person: str, answer: Answer, by: str, work: Work) -> Fate:
    before = meeting.version
    meeting.reply(person, answer, _stamp(by, work))
    if meeting.version == before:
        return Fate.KNOWN
    return Fate.STALE if answer.sequence < meeting.arrangements.asked[person] else Fate.RECORDED


def _stamp(by: str, work: Work) -> Stamp:
    return Stamp(work.now, by)


def _past(day: dt.date | None, work: Work) -> dt.date:
    if day is not None and day > work.today:
        raise DayInFuture(day=f"{day:%d.%m.%Y}")
    return day or work.today

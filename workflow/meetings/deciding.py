"""What a meeting decided, and the assignment that it becomes, in one transaction."""

from __future__ import annotations

import datetime as dt
from uuid import uuid5

from events.vocabulary.values import Source
from workflow.duty.aggregate import Duty
from workflow.duty.deadlines import read_words
from workflow.duty.refusals import SourceMissing
from workflow.duty.state import DutyFacts, Stamp
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.kinds import STREAM_OF
from workflow.loading import load, save
from workflow.meetings.commands import RecordDecision, Task
from workflow.meetings.finding import meeting_of
from workflow.work import Outcome, Work

KIND = "assignment"


def decide(command: RecordDecision, work: Work) -> Outcome:
    """Record the decision; the same words are the same decision, and its assignment is given once."""
    meeting, text = meeting_of(command.meeting, work), command.text.strip()
    stamp = Stamp(work.now, command.by)
    task = _task(meeting, text, command.task, command.source, work, stamp) if command.task else None
    meeting.decide(text, task.id if task else None, stamp)
    number = next(number for number, one in meeting.arrangements.decisions.items() if one.text == text)
    streams = (meeting, task) if task else (meeting,)
    return save(work, *streams, number=number, reference=task.reference if task else "")


def _task(meeting: GovernanceMeeting, text: str, asked: Task, source: str, work: Work, stamp: Stamp) -> Duty:
    id = uuid5(meeting.id, f"decision|{text}")
    known = load(work, id)
    if isinstance(known, Duty):
        return known
    written = Source(reference=_written(meeting, source))
    task = STREAM_OF[KIND].give(id, _facts(meeting, asked, written, work), stamp, channel="meeting")
    if asked.words:
        task.set_deadline("", read_words(asked.words, work.today.year), written, stamp)
    if asked.owner or asked.unit:
        task.assign(asked.owner, asked.unit, None, stamp)
    if meeting.restricted:
        task.restrict_access(meeting.restriction, stamp)
    return task


def _facts(meeting: GovernanceMeeting, asked: Task, written: Source, work: Work) -> DutyFacts:
    number = len(meeting.arrangements.decisions) + 1
    return DutyFacts(
        reference=f"{meeting.reference}/vedtak-{number}",
        kind=KIND,
        title=asked.title.strip(),
        source=written,
        goal=meeting.goal,
        owed_to=meeting.owed_to,
        given_on=_held_on(meeting, work),
        parent=meeting.id,
    )


def _held_on(meeting: GovernanceMeeting, work: Work) -> dt.date:
    days = [part.delivered_on for part in meeting.parts.values() if part.delivered_on is not None]
    return max(days, default=work.today)


def _written(meeting: GovernanceMeeting, source: str) -> str:
    """Give where it says so; refused where there are neither minutes nor another source."""
    found = source.strip() or meeting.arrangements.minutes_reference
    if not found:
        raise SourceMissing
    return found

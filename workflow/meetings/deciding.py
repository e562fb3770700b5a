"""What a meeting decided, and the assignment that it becomes, in one transaction."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from eventsourcing.domain import BaseAggregate

from workflow.duty.aggregate import Duty
from workflow.duty.refusals import SourceMissing
from workflow.duty.state import Stamp
from workflow.giving import by_hand
from workflow.giving.commands import GiveDuty
from workflow.governance_meeting.governance_meeting import GovernanceMeeting
from workflow.loading import load_duty, save
from workflow.meetings.commands import RecordDecision, Task
from workflow.meetings.finding import meeting_of
from workflow.report_series.report_series import ReportSeries
from workflow.work import Outcome, Work

KIND = "assignment"


def decide(command: RecordDecision, work: Work) -> Outcome:
    """Record the decision; the same words are the same decision, and its assignment is given once."""
    meeting, text = meeting_of(command.meeting, work), command.text.strip()
    decisions = meeting.arrangements.decisions
    number = next((nr for nr, one in decisions.items() if one.text == text), len(decisions) + 1)
    task = decisions[number].duty if number in decisions else None
    streams: tuple[BaseAggregate[UUID], ...] = ()
    if command.task is not None and task is None:
        given = by_hand.streams(_giving(meeting, number, command.task, command, work), work)
        task, streams = given.duty, given.streams
    stamp = Stamp(work.now, command.by)
    meeting.decide(text, task, stamp)
    _shield(meeting, streams, stamp)
    reference = load_duty(work, task).reference if task and not streams else _reference(streams)
    return save(work, meeting, *streams, number=number, reference=reference)


def _giving(
    meeting: GovernanceMeeting, number: int, task: Task, command: RecordDecision, work: Work
) -> GiveDuty:
    source = command.source.strip() or meeting.arrangements.minutes_reference
    if not source:
        raise SourceMissing
    return GiveDuty(
        reference=f"{meeting.reference}/vedtak-{number}",
        kind=KIND,
        title=task.title,
        words=task.words,
        owner=task.owner,
        unit=task.unit,
        goal=meeting.goal,
        owed_to=meeting.owed_to,
        channel="meeting",
        source=source,
        given_on=_held_on(meeting, work),
        parent=meeting.id,
        by=command.by,
    )


def _shield(meeting: GovernanceMeeting, streams: tuple[BaseAggregate[UUID], ...], stamp: Stamp) -> None:
    """What a shielded meeting decides is shielded too."""
    for one in streams:
        if meeting.restricted and isinstance(one, Duty | ReportSeries):
            one.restrict_access(meeting.restriction, stamp)


def _reference(streams: tuple[BaseAggregate[UUID], ...]) -> str:
    return next((one.reference for one in streams if isinstance(one, Duty | ReportSeries)), "")


def _held_on(meeting: GovernanceMeeting, work: Work) -> dt.date:
    days = [part.delivered_on for part in meeting.parts.values() if part.delivered_on is not None]
    return max(days, default=work.today)
